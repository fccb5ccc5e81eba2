import { isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler';
import { unreadable } from '../unreadable.js';

/** Far more than any page has; a page that has more is made to bring its readers down. */
export const MAX_DEPTH = 500;

/** Every element below a node, in the order of the text. */
export function* elementsOf(root: ParentNode): Generator<Element> {
  const open: AnyNode[] = [...root.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i];
      if (child !== undefined) open.push(child);
    }
  }
}

/** @throws DeclarationChatError `unreadable-document` */
export function refuseDepth(root: ParentNode): void {
  let level: ParentNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      throw unreadable(`is nested more than ${MAX_DEPTH} deep. Save its text anew.`);
    }
    level = level.flatMap((node) => node.children.filter(isTag));
  }
}

/** The words of an element, blanks as they are. */
export function textOf(root: AnyNode): string {
  if (isText(root)) return root.data;
  if (!isTag(root)) return '';
  return root.children.map(textOf).join('');
}

export function has(element: Element, attribute: string): boolean {
  return Object.hasOwn(element.attribs, attribute);
}

export function closest(element: Element, names: ReadonlySet<string>): Element | undefined {
  for (let node: ParentNode | null = element; node !== null; node = node.parent) {
    if (isTag(node) && names.has(node.name)) return node;
  }
  return undefined;
}
