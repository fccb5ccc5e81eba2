import type { DeclaredMetadata, Document, IndexedDocument, PageStart } from '../types.js';

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

/** What is to be said of files beside what was read of them. */
export interface Remarks {
  readonly skipped: readonly SkippedFile[];
  readonly notices: readonly FileNotice[];
}

export interface ReadSource extends Remarks {
  readonly source: CorpusSource;
}

export interface ExpandedDocument extends Remarks {
  readonly document: IndexedDocument;
}

/** A file of the corpus folder that holds a text, with what stands beside it. Not yet read. */
export interface CorpusText extends Pick<CorpusSource, 'path' | 'file'> {
  /**
   * SHA-256, lower-case hexadecimal, of the file and of all that stands beside it: what is read of
   * them stays the same while this does. Undefined where the file cannot be read.
   */
  digest(): Promise<string | undefined>;
  /**
   * @throws DeclarationChatError `unreadable-document`: the message goes behind the file's name
   */
  read(signal?: AbortSignal): Promise<ReadSource>;
  /** Adds the questions and words that stand beside the file, if any, to what was read of it. */
  expand(document: Document, source: CorpusSource): Promise<ExpandedDocument>;
}

/** What a corpus folder holds. */
export interface CorpusFolder {
  /** As it was named. */
  readonly directory: string;
  /** In the order of their paths. */
  readonly texts: readonly CorpusText[];
  /** What is no text. */
  readonly skipped: readonly SkippedFile[];
  /** Ends what reads the files. */
  close(): void;
}
