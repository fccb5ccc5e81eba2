import { decodeUtf8 } from './decode-utf8.js';
import type { LoadedText, FileLoader } from '../../ports/file-loader.js';

/**
 * `---`, YAML lines, `---` or `...`, at the very top. The lazy middle is bounded by the first
 * closing line.
 */
const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
/**
 * A line that a mapping of metadata begins with. What lies between two rules of plain text has none
 * at its top.
 */
const KEY_LINE = /^(?:#.*\r?\n|[ \t]*\r?\n)*["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:[ \t\r\n]|$)/;

/** Takes YAML front matter off the top of a text. Text after it keeps its own characters. */
export function splitFrontMatter(source: string): LoadedText {
  const opening = OPENING.exec(source);
  if (opening === null) return { text: source };
  const rest = source.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return { text: source };
  const frontMatter = rest.slice(0, closing.index);
  if (frontMatter.trim() !== '' && !KEY_LINE.test(frontMatter)) return { text: source };
  return { text: rest.slice(closing.index + closing[0].length), frontMatter };
}

/** Plain text and Markdown: both are kept character for character. */
export const plainTextLoader: FileLoader = {
  extensions: ['.txt', '.md'],
  read(bytes, path) {
    return splitFrontMatter(decodeUtf8(bytes, path));
  },
};
