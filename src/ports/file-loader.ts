import type { PageStart } from '../types.js';

/** Metadata at the top of a file, as it stands there. */
export interface FrontMatter {
  /** JSON is YAML as well. */
  readonly syntax: 'yaml' | 'toml';
  readonly source: string;
}

/** What a file says: its text and, where it carries metadata of its own, that metadata. */
export interface LoadedText {
  /** Never changed afterwards: offsets and quotes hold against it. */
  readonly text: string;
  /** Name of the loader that took the text out of the file: `plain-text`, `pdf`, … */
  readonly loader: string;
  readonly frontMatter?: FrontMatter;
  /** What the person who put the file there may want to know, a line each. */
  readonly notices?: readonly string[];
  /** In their order; only where the file is divided into pages. */
  readonly pages?: readonly PageStart[];
  /** Said by the file beside its text. */
  readonly title?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  /** ISO 8601. */
  readonly date?: string;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each page, where a file has pages. */
  readonly onPage?: (() => void) | undefined;
}

/** Takes the text out of the files of one format. */
export interface FileLoader {
  /** Lower-case, with the dot: `.txt`. */
  readonly extensions: readonly string[];
  /**
   * @throws DeclarationChatError `unreadable-document`: the message goes behind the file's name, and
   *   says what is wrong and what to do
   */
  read(bytes: Uint8Array, options?: ReadOptions): LoadedText | Promise<LoadedText>;
}
