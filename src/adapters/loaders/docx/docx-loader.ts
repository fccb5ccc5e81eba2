import type { Document, Element } from 'domhandler';
import type { FileLoader, LoadedText } from '../../../ports/file-loader.js';
import { languageTag } from '../markup/language-tag.js';
import { elementsOf, textOf } from '../html/dom.js';
import { renderBlocks } from '../markup/render-blocks.js';
import { childOf, childrenOf, localName, parseXml } from '../markup/xml.js';
import { readZip } from '../read-zip.js';
import { unreadable } from '../unreadable.js';
import { docxBlocks } from './docx-blocks.js';
import { Notes } from './notes.js';
import { Numbering } from './numbering.js';
import { readStyles } from './styles.js';

const PART = /^word\/(document|styles|numbering|footnotes|endnotes)\d*\.xml$/u;
const CORE = 'docProps/core.xml';
/** What word processors put there by themselves. */
const NO_TITLE = /^(?:microsoft word\b|word document|document ?\d*$|untitled|.*\.docx?$)/iu;

/** Word files: the text with the numbers that are printed before its paragraphs. */
export const docxLoader: FileLoader = {
  extensions: ['.docx'],
  read: (bytes): LoadedText => {
    const files = readZip(bytes, (name) => PART.test(name) || name === CORE);
    const parts = new Map<string, Element>();
    for (const [name, content] of files) {
      const root = childrenOf(parseXml(content))[0];
      if (root !== undefined) parts.set(PART.exec(name)?.[1] ?? name, root);
    }
    const body = childOf(parts.get('document'), 'body');
    if (body === undefined) {
      throw unreadable('is no Word file (.docx), or a damaged one. Save it anew.');
    }
    const styles = readStyles(parts.get('styles'));
    const blocks = docxBlocks(body, {
      styles,
      numbering: new Numbering(parts.get('numbering'), (style) => styles.get(style)?.numId),
      notes: new Notes(parts.get('footnotes'), parts.get('endnotes')),
    });
    return { text: renderBlocks(blocks), loader: 'docx', ...coreProperties(parts.get(CORE)) };
  },
};

function coreProperties(
  core: Element | Document | undefined,
): Pick<LoadedText, 'title' | 'language'> {
  const value = (name: string): string => {
    const element =
      core && [...elementsOf(core)].find((candidate) => localName(candidate) === name);
    return element === undefined ? '' : textOf(element).replace(/\s+/gu, ' ').trim();
  };
  const title = value('title');
  return {
    ...(title === '' || title.length > 300 || NO_TITLE.test(title) ? {} : { title }),
    ...languageTag(value('language')),
  };
}
