/** What a file says: its text and, where it carries metadata of its own, that metadata unparsed. */
export interface LoadedText {
  readonly text: string;
  /** YAML source of the front matter. */
  readonly frontMatter?: string;
}

/** Turns the bytes of one file format into text. `path` is for error messages only. */
export interface FileLoader {
  /** Lower-case, with the dot: `.txt`. */
  readonly extensions: readonly string[];
  read(bytes: Uint8Array, path: string): LoadedText | Promise<LoadedText>;
}
