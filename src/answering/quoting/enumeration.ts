import type { IndexedParagraph, SearchIndex } from '../../retrieval/search/search-index.js';

/** `2.2(a)` is an item of `2.2`, `1.3` of `1`. */
const ITEM = /^(?<parent>.+)(?:\([\p{L}\p{N}]+\)|\.[\p{L}\p{N}]+)$/u;
/** What announces items ends like this. */
const ANNOUNCES = /[:–—][*\s]*$/u;

type Numbered = Pick<IndexedParagraph, 'number' | 'document' | 'paragraph'>;

/** The items that a paragraph announces ("A member shall:"), in order; none for most paragraphs. */
export function itemsOf(
  { paragraphs }: Pick<SearchIndex, 'paragraphs'>,
  { number, document, paragraph }: Numbered,
): IndexedParagraph[] {
  if (!ANNOUNCES.test(paragraph.text)) return [];
  const items: IndexedParagraph[] = [];
  for (let at = number + 1; at < paragraphs.length; at++) {
    const next = paragraphs[at];
    if (
      next === undefined ||
      next.document !== document ||
      !liesUnder(next.paragraph.label, paragraph.label)
    ) {
      break;
    }
    items.push(next);
  }
  return items;
}

/** The paragraph that announces an item; undefined for what is none. */
export function announcerOf(
  { paragraphs }: Pick<SearchIndex, 'paragraphs'>,
  { number, document, paragraph }: Numbered,
): IndexedParagraph | undefined {
  const parent = ITEM.exec(paragraph.label)?.groups?.['parent'];
  if (parent === undefined) return undefined;
  for (let at = number - 1; at >= 0; at--) {
    const before = paragraphs[at];
    if (
      before === undefined ||
      before.document !== document ||
      !(before.paragraph.label === parent || liesUnder(before.paragraph.label, parent))
    ) {
      return undefined;
    }
    if (before.paragraph.label === parent) {
      return ANNOUNCES.test(before.paragraph.text) ? before : undefined;
    }
  }
  return undefined;
}

function liesUnder(label: string, parent: string): boolean {
  return label.startsWith(`${parent}(`) || label.startsWith(`${parent}.`);
}
