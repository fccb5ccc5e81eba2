import { isTag, type Document, type Element } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import type { FileLoader, LoadedText } from '../../../ports/file-loader.js';
import { decodeText } from '../decode-text.js';
import { languageTag } from '../markup/language-tag.js';
import { renderBlocks } from '../markup/render-blocks.js';
import { elementsOf, refuseDepth, textOf } from './dom.js';
import { htmlBlocks } from './html-blocks.js';
import { mainContent } from './main-content.js';

/** A page says its encoding near its top. */
const DECLARATION_BYTES = 4096;

/** Pages saved from the web: the text of a page, without what stands around it. */
export const htmlLoader: FileLoader = {
  extensions: ['.html', '.htm'],
  read: (bytes): LoadedText => {
    const { text, notices } = decodeText(bytes, declaredEncoding(bytes));
    const page = parse(text, { treeAdapter: adapter, scriptingEnabled: false });
    refuseDepth(page);
    const body = [...elementsOf(page)].find(({ name }) => name === 'body');
    const blocks = body === undefined ? [] : htmlBlocks(mainContent(body), body);
    const headings = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
    const title = titleOf(page);
    return {
      text: renderBlocks(blocks),
      loader: 'html',
      notices,
      // One heading over all says it better than what stands in the title bar.
      ...(headings.length === 1 || title === undefined ? {} : { title }),
      ...languageOf(page),
    };
  },
};

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const top = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  return /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*(?:["']\s*)?([\w:.-]{2,40})/iu.exec(
    top,
  )?.[1];
}

function titleOf(page: Document): string | undefined {
  const element = [...elementsOf(page)].find(({ name }) => name === 'title');
  const title = element === undefined ? '' : textOf(element).replace(/\s+/gu, ' ').trim();
  return title === '' || title.length > 300 ? undefined : title;
}

function languageOf(page: Document): { readonly language?: string } {
  const root = page.children.find((node): node is Element => isTag(node));
  return languageTag(root?.attribs['lang'] ?? root?.attribs['xml:lang']);
}
