import type { FileLoader, LoadedText } from '../../ports/file-loader.js';
import { decodeText } from './decode-text.js';
import { splitFrontMatter } from './front-matter.js';

/** Text that is kept character for character, but for its front matter. */
function textLoader(loader: string, extensions: readonly string[]): FileLoader {
  return {
    extensions,
    read: (bytes): LoadedText => {
      const { text, notices } = decodeText(bytes);
      return { ...splitFrontMatter(text), loader, notices };
    },
  };
}

export const plainTextLoader: FileLoader = textLoader('plain-text', ['.txt', '.adoc', '.rst']);
export const markdownLoader: FileLoader = textLoader('markdown', ['.md', '.markdown']);
