import type { FileLoader, LoadedText } from '../../ports/file-loader.js';
import { decodeFile } from './decode-file.js';
import { splitFrontMatter } from './front-matter.js';

const INDENT = '    ';

interface TextFormat {
  /** Name of the loader. */
  readonly loader: string;
  readonly extensions: readonly string[];
  /** With headings and lists as Markdown has them. */
  readonly marked?: (text: string) => string;
}

/** Text that is kept character for character, but for its front matter and the marks of headings. */
function textLoader({ loader, extensions, marked = (text) => text }: TextFormat): FileLoader {
  return {
    extensions,
    read: async (bytes): Promise<LoadedText> => {
      const decoded = await decodeFile(bytes);
      const { text, ...rest } = splitFrontMatter(decoded.text);
      return { ...rest, text: marked(text), loader, notices: decoded.notices };
    },
  };
}

export const plainTextLoader = textLoader({ loader: 'plain-text', extensions: ['.txt', '.rst'] });
export const markdownLoader = textLoader({ loader: 'markdown', extensions: ['.md', '.markdown'] });
export const asciiDocLoader = textLoader({
  loader: 'asciidoc',
  extensions: ['.adoc'],
  marked: (text) =>
    text
      .replace(/^={1,6}(?=[ \t]+\S)/gmu, (marks) => '#'.repeat(marks.length))
      // A stop for each list that an item stands in.
      .replace(/^\.{1,5}(?=[ \t]+\S)/gmu, (stops) => `${INDENT.repeat(stops.length - 1)}#.`),
});
