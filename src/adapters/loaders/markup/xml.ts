import { isTag, type Document, type Element, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { refuseDepth } from '../html/dom.js';
import { decodeText } from '../decode-text.js';

/** A part of a packed file. Entities of its own are not expanded, and nothing is looked up. */
export function parseXml(bytes: Uint8Array): Document {
  const { text } = decodeText(bytes);
  const document = parseDocument(text, { xmlMode: true });
  refuseDepth(document);
  return document;
}

/** The name without its namespace's prefix. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childrenOf(parent: ParentNode, name?: string): readonly Element[] {
  return parent.children.filter(
    (node): node is Element => isTag(node) && (name === undefined || localName(node) === name),
  );
}

export function childOf(parent: ParentNode | undefined, name: string): Element | undefined {
  return parent && childrenOf(parent, name)[0];
}

/** An attribute whatever its namespace's prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const found = Object.entries(element?.attribs ?? {}).find(
    ([key]) => key.slice(key.indexOf(':') + 1) === name,
  );
  return found?.[1];
}
