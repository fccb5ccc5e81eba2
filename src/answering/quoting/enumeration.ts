import type { IndexedParagraph } from '../../ports/search-index.js';

/** `2.2(a)` is an item of `2.2`, `1.3` of `1`. */
const ITEM = /^(?<parent>.+)(?:\([\p{L}\p{N}]+\)|\.[\p{L}\p{N}]+)$/u;
/** What announces items ends like this. */
const ANNOUNCES = /[:–—][*\s]*$/u;

/** The items that a paragraph announces ("A member shall:"), in order; none for most paragraphs. */
export function itemsOf(announcer: IndexedParagraph): IndexedParagraph[] {
  const { paragraph, siblings } = announcer;
  if (!ANNOUNCES.test(paragraph.text)) return [];
  const items: IndexedParagraph[] = [];
  for (let at = placeOf(announcer) + 1; at < siblings.length; at++) {
    const next = siblings[at];
    if (next === undefined || !liesUnder(next.paragraph.label, paragraph.label)) break;
    items.push(next);
  }
  return items;
}

/** The paragraph that announces an item; undefined for what is none. */
export function announcerOf(item: IndexedParagraph): IndexedParagraph | undefined {
  const { paragraph, siblings } = item;
  const parent = ITEM.exec(paragraph.label)?.groups?.['parent'];
  if (parent === undefined) return undefined;
  for (let at = placeOf(item) - 1; at >= 0; at--) {
    const before = siblings[at];
    if (before === undefined) return undefined;
    const { label, text } = before.paragraph;
    if (label === parent) return ANNOUNCES.test(text) ? before : undefined;
    if (!liesUnder(label, parent)) return undefined;
  }
  return undefined;
}

/** Among its siblings. */
function placeOf({ number, siblings }: IndexedParagraph): number {
  return number - (siblings[0]?.number ?? 0);
}

function liesUnder(label: string, parent: string): boolean {
  return label.startsWith(`${parent}(`) || label.startsWith(`${parent}.`);
}
