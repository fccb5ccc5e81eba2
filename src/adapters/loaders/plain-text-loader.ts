import type { FileLoader, LoadedText } from '../../ports/file-loader.js';
import { decodeFile } from './decode-file.js';
import { splitFrontMatter } from './front-matter.js';

interface TextFormat {
  /** Name of the loader. */
  readonly loader: string;
  readonly extensions: readonly string[];
  /** The same text, as long as before, with headings as Markdown has them. */
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
  marked: (text) => text.replace(/^={1,6}(?=[ \t]+\S)/gmu, (marks) => '#'.repeat(marks.length)),
});
