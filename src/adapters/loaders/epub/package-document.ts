import path from 'node:path/posix';
import type { Element } from 'domhandler';
import { elementsOf, textOf } from '../html/dom.js';
import { attribute, childOf, childrenOf, localName, parseXml } from '../markup/xml.js';
import { unreadable } from '../unreadable.js';

/** What an EPUB says of itself. */
export interface PackageDocument {
  /** Names of the files that hold its text, in reading order. */
  readonly chapters: readonly string[];
  readonly title: string | undefined;
  readonly language: string | undefined;
}

const CONTAINER = 'META-INF/container.xml';

/** @throws DeclarationChatError `unreadable-document` */
export function readPackage(files: ReadonlyMap<string, Uint8Array>): PackageDocument {
  const container = files.get(CONTAINER);
  const rootFile =
    container &&
    [...elementsOf(parseXml(container))].find((node) => localName(node) === 'rootfile');
  const name = attribute(rootFile, 'full-path') ?? '';
  const bytes = files.get(name);
  const root = bytes && childrenOf(parseXml(bytes), 'package')[0];
  if (root === undefined) throw unreadable('is no EPUB, or a damaged one. Save it anew.');
  return {
    chapters: chaptersOf(root).map((href) => inFolder(path.dirname(name), href)),
    title: metadata(root, 'title'),
    language: metadata(root, 'language'),
  };
}

function chaptersOf(root: Element): readonly string[] {
  const manifest = childOf(root, 'manifest');
  const items = new Map(
    (manifest === undefined ? [] : childrenOf(manifest, 'item')).map((item) => [
      attribute(item, 'id') ?? '',
      item,
    ]),
  );
  const spine = childOf(root, 'spine');
  return (
    (spine === undefined ? [] : childrenOf(spine, 'itemref'))
      .map((reference) => items.get(attribute(reference, 'idref') ?? ''))
      .filter((item) => item !== undefined)
      // The list of contents is made of titles that stand in the text.
      .filter((item) => !/\bnav\b/u.test(attribute(item, 'properties') ?? ''))
      .map((item) => attribute(item, 'href') ?? '')
      .filter((href) => href !== '')
  );
}

function metadata(root: Element, name: string): string | undefined {
  const element = childOf(childOf(root, 'metadata'), name);
  const text = element === undefined ? '' : textOf(element).replace(/\s+/gu, ' ').trim();
  return text === '' || text.length > 300 ? undefined : text;
}

function inFolder(folder: string, href: string): string {
  const [file = ''] = href.split('#');
  let name = file;
  try {
    name = decodeURIComponent(file);
  } catch {
    // It stands as it is, then.
  }
  return path.normalize(path.join(folder, name));
}
