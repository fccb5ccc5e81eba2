import type { DeclaredMetadata } from '../types.js';

/** One text file of the corpus, read but not yet divided into paragraphs. */
export interface CorpusSource {
  readonly metadata: DeclaredMetadata;
  /**
   * The source's own characters, without byte order mark and front matter. Line ends are as in the
   * file.
   */
  readonly text: string;
  /**
   * SHA-256, lower-case hexadecimal, of the text file and its sidecar: changes when either does.
   */
  readonly sha256: string;
  /** Path of the text file, the corpus folder's path included. */
  readonly path: string;
}

/**
 * A file in the corpus folder that was left out, and why, in words for the person who put it there.
 */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

export interface Corpus {
  /** In the order of their ids, never empty; ids are unique. */
  readonly documents: readonly CorpusSource[];
  readonly skipped: readonly SkippedFile[];
}
