import type { IndexContent } from '../types.js';
import type { Encoder } from './encoder.js';

/** Length and SHA-256, lower-case hexadecimal, of one file. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** What an index was made from and of. */
export interface IndexManifest {
  readonly formatVersion: number;
  /** Names the files of one build; another build has another name. */
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly embedding: Pick<Encoder, 'model' | 'fingerprint' | 'dimensions'>;
  readonly counts: {
    readonly documents: number;
    readonly paragraphs: number;
    readonly entries: number;
  };
  readonly documents: readonly {
    readonly id: string;
    /** Of the document as it was indexed. */
    readonly sha256: string;
    readonly paragraphs: number;
    readonly entries: number;
  }[];
  /** By name. */
  readonly files: Readonly<Record<string, FileDigest>>;
}

/** Where an index is kept: one generation at a time, replaced as a whole. */
export interface IndexStorage {
  /**
   * The manifest, or undefined where there is no index yet.
   * @throws DeclarationChatError `index-corrupt`, `index-mismatch`, `invalid-configuration`
   */
  readManifest(): Promise<IndexManifest | undefined>;
  /** Whether the index was built without a search structure that could be built now. */
  lacksGraph(manifest: IndexManifest): Promise<boolean>;
  /** @throws DeclarationChatError `index-corrupt` where what is kept is not what the manifest says */
  verify(manifest: IndexManifest): Promise<void>;
  /**
   * What the index was made from, verified first.
   * @throws DeclarationChatError `index-corrupt`
   */
  readContent(manifest: IndexManifest): Promise<IndexContent>;
  /**
   * Makes ready for {@link save}; asked before a long build, so that it does not fail at its end.
   * @throws DeclarationChatError `index-unwritable`
   */
  prepare(): Promise<void>;
  /**
   * Puts a new generation in the place of the present one. Whatever fails before, that stays as it
   * is.
   * @throws DeclarationChatError `index-unwritable`, `invalid-configuration`
   */
  save(content: IndexContent, encoder: Encoder): Promise<IndexManifest>;
}
