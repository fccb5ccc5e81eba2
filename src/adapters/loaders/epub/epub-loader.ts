import { parseDocument } from 'htmlparser2';
import type { FileLoader, LoadedText } from '../../../ports/file-loader.js';
import { decodeText } from '../decode-text.js';
import { elementsOf, refuseDepth } from '../html/dom.js';
import { htmlBlocks } from '../html/html-blocks.js';
import type { Block } from '../markup/blocks.js';
import { languageTag } from '../markup/language-tag.js';
import { renderBlocks } from '../markup/render-blocks.js';
import { attribute, localName, parseXml } from '../markup/xml.js';
import { readZip } from '../read-zip.js';
import { unreadable } from '../unreadable.js';
import { readPackage } from './package-document.js';

const TEXT = /\.(?:x?html?|xml|opf)$/iu;
const ENCRYPTION = 'META-INF/encryption.xml';
/** How fonts are made unusable elsewhere: no protection of the text. */
const FONT_METHODS = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** Electronic books: the chapters one after the other. */
export const epubLoader: FileLoader = {
  extensions: ['.epub'],
  read: (bytes): LoadedText => {
    const files = readZip(bytes, (name) => TEXT.test(name));
    refuseProtected(files);
    const { chapters, title, language } = readPackage(files);
    const blocks = chapters.flatMap((name) => {
      const chapter = files.get(name);
      return chapter === undefined ? [] : chapterBlocks(chapter);
    });
    return {
      text: renderBlocks(blocks),
      loader: 'epub',
      ...(title === undefined ? {} : { title }),
      ...languageTag(language),
    };
  },
};

function chapterBlocks(bytes: Uint8Array): readonly Block[] {
  // Written as XML, with the entities of HTML.
  const chapter = parseDocument(decodeText(bytes).text, { recognizeSelfClosing: true });
  refuseDepth(chapter);
  const body = [...elementsOf(chapter)].find(({ name }) => name === 'body');
  return body === undefined ? [] : htmlBlocks(body);
}

/** @throws DeclarationChatError `unreadable-document` */
function refuseProtected(files: ReadonlyMap<string, Uint8Array>): void {
  const encryption = files.get(ENCRYPTION);
  if (encryption === undefined) return;
  const methods = [...elementsOf(parseXml(encryption))]
    .filter((node) => localName(node) === 'EncryptionMethod')
    .map((node) => attribute(node, 'Algorithm') ?? '');
  if (methods.some((method) => !FONT_METHODS.test(method))) {
    throw unreadable('is protected against copying (DRM). Put a copy without protection there.');
  }
}
