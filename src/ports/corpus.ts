import type { DeclaredMetadata, PageStart } from '../types.js';

/** One text of the corpus, read but not yet divided into paragraphs. */
export interface CorpusSource {
  readonly metadata: DeclaredMetadata;
  /** What the loader took out of the file, without front matter. Line ends are as in the file. */
  readonly text: string;
  /** Where the file's pages begin; absent where it has none. */
  readonly pages?: readonly PageStart[];
  /** SHA-256, lower-case hexadecimal, of the file and its sidecar: changes when either does. */
  readonly sha256: string;
  /** Path of the file, the corpus folder's path included. */
  readonly path: string;
  /** The same within the corpus folder; `/` between folders. */
  readonly file: string;
}

/**
 * A file in the corpus folder that was left out, and why, in words for the person who put it there.
 */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** What was read otherwise than the person who put the file there may expect. */
export interface FileNotice {
  readonly path: string;
  readonly notice: string;
}

export interface Corpus {
  /** In the order of their ids, never empty; ids are unique. */
  readonly documents: readonly CorpusSource[];
  readonly skipped: readonly SkippedFile[];
  readonly notices: readonly FileNotice[];
}
