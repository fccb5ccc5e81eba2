import type { LoadedText } from '../../../ports/file-loader.js';

/** Formats that are read by a process of their own, since what reads them can be brought down. */
export type IsolatedFormat = 'pdf' | 'docx' | 'html' | 'epub';

/** Sent to the process: a file to read; the next when it has answered. */
export interface FileToRead {
  readonly format: IsolatedFormat;
  readonly bytes: Uint8Array;
}

/** What it says meanwhile: that what reads the format is loaded, and that a page is read. */
export type ReadProgress = { readonly kind: 'started' } | { readonly kind: 'page' };

/** What it says in the end. */
export type ReadResult =
  | { readonly kind: 'loaded'; readonly loaded: LoadedText }
  /** For the person who put the file there. */
  | { readonly kind: 'refused'; readonly why: string }
  /** By whatever parses the format. */
  | { readonly kind: 'failed'; readonly message: string };

export type FromLoader = ReadProgress | ReadResult;
