import { isTag, type Element, type ParentNode } from 'domhandler';
import { closest, elementsOf, textOf } from './dom.js';

/** What leads from a text to its notes: links with nothing but a number or a sign. */
export interface Footnotes {
  /** The label of what a link refers to. */
  readonly labelOf: (link: Element) => string | undefined;
  /** The label of the note that an element holds. */
  readonly noteOf: (element: Element) => string | undefined;
  /** Whether a link leads from a note back to the text. */
  readonly isBackLink: (link: Element) => boolean;
}

const REFERENCE = /^[[(]?\s*(\d{1,4}|[a-z]|[ivx]{1,6}|\*{1,4}|[†‡§])\s*[\])]?$/iu;
const REFERENCE_MARK = /noteref|footnote-?ref|doc-noteref|fnref/iu;
const BACK_LINK = /^(?:\s|\uFE0E|[↩↵⏎↑^⤴])*$/u;
const NOTE_BLOCKS: ReadonlySet<string> = new Set([
  'li',
  'p',
  'div',
  'aside',
  'dd',
  'td',
  'section',
]);

/** Finds the footnotes of a page. */
export function findFootnotes(root: ParentNode): Footnotes {
  const byId = new Map<string, Element>();
  for (const element of elementsOf(root)) {
    for (const id of [element.attribs['id'], element.attribs['name']]) {
      if (id !== undefined && !byId.has(id)) byId.set(id, element);
    }
  }
  const references = new Map<Element, string>();
  const notes = new Map<Element, string>();
  for (const link of elementsOf(root)) {
    const label = referenceLabel(link);
    const target = label === undefined ? undefined : byId.get(fragmentOf(link));
    const note = target && closest(target, NOTE_BLOCKS);
    // A note that refers to its reference is met after it.
    if (label === undefined || note === undefined || isInside(link, notes) || holds(note, link)) {
      continue;
    }
    if (/^h[1-6]$/u.test(target?.name ?? '')) continue;
    references.set(link, label);
    if (!notes.has(note)) notes.set(note, label);
  }
  return {
    labelOf: (link) => references.get(link),
    noteOf: (element) => notes.get(element),
    isBackLink: (link) =>
      isInside(link, notes) &&
      (BACK_LINK.test(textOf(link)) || REFERENCE.test(textOf(link).trim())),
  };
}

function fragmentOf(link: Element): string {
  const { href = '' } = link.attribs;
  try {
    return decodeURIComponent(href.slice(href.indexOf('#') + 1));
  } catch {
    return '';
  }
}

function referenceLabel(link: Element): string | undefined {
  const { href = '', role = '', class: className = '' } = link.attribs;
  if (link.name !== 'a' || !/^[^#]{0,200}#./u.test(href)) return undefined;
  const label = REFERENCE.exec(textOf(link).trim())?.[1];
  if (label === undefined) return undefined;
  const marks = `${role} ${className} ${link.attribs['epub:type'] ?? ''} ${link.attribs['id'] ?? ''}`;
  const raised =
    (link.parent !== null && isTag(link.parent) && link.parent.name === 'sup') ||
    link.children.some((child) => isTag(child) && child.name === 'sup');
  const bracketed = /^\[/u.test(textOf(link).trim());
  return raised || bracketed || REFERENCE_MARK.test(marks) ? label : undefined;
}

function isInside(element: Element, notes: ReadonlyMap<Element, string>): boolean {
  for (let node: ParentNode | null = element; node !== null; node = node.parent) {
    if (isTag(node) && notes.has(node)) return true;
  }
  return false;
}

function holds(outer: Element, inner: Element): boolean {
  for (let node: ParentNode | null = inner; node !== null; node = node.parent) {
    if (node === outer) return true;
  }
  return false;
}
