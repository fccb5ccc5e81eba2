import type { EncodedSide } from './encoder.js';

/** What a vector is made from. */
export interface EncodedText {
  readonly side: EncodedSide;
  readonly text: string;
}

/** Vectors that one model made of texts before. */
export interface KnownVectors {
  /** Undefined where this text was not embedded yet. */
  find(encoded: EncodedText): ArrayLike<number> | undefined;
}

/** Keeps vectors until an index holds them, so that a build that was interrupted goes on. */
export interface VectorCache extends KnownVectors {
  /**
   * What is added is found again, also when this process is killed right after.
   * @throws DeclarationChatError `index-unwritable`
   */
  add(made: readonly (EncodedText & { readonly vector: ArrayLike<number> })[]): Promise<void>;
  /** Forgets what was added: an index holds it now. */
  clear(): Promise<void>;
  /** Ends the use of it; what was added stays. */
  close(): Promise<void>;
}
