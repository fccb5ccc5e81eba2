import { countWords, termsOf } from '../../retrieval/search/memory-index.js';
import type { IndexedDocument, IndexEntry, Paragraph } from '../../types.js';

/** A term of a document: in which of its paragraphs, how often in each, of how many terms each. */
export interface PostingRow {
  readonly term: string;
  readonly paragraphs: number[];
  readonly frequencies: number[];
  readonly lengths: number[];
  /** Whether it stands in a heading or a wording, not in expansions alone. */
  worded: boolean;
}

/** Where a vector belongs; numbers are places in the document. */
export interface EntryRow {
  readonly paragraph: number;
  readonly number: number;
  readonly kind: IndexEntry['kind'];
}

/** Postings of a document, and the sum of its paragraphs' lengths, in terms. */
export function postingsOf(document: IndexedDocument): {
  readonly postings: readonly PostingRow[];
  readonly terms: number;
} {
  const rows = new Map<string, PostingRow>();
  let total = 0;
  document.paragraphs.forEach((paragraph, place) => {
    const { own, all } = termsOf(document, paragraph);
    const counts = new Map<string, number>();
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const row = rows.get(term) ?? {
        term,
        paragraphs: [],
        frequencies: [],
        lengths: [],
        worded: false,
      };
      row.paragraphs.push(place);
      row.frequencies.push(count);
      row.lengths.push(all.length);
      rows.set(term, row);
    }
    for (const term of own) {
      const row = rows.get(term);
      if (row !== undefined) row.worded = true;
    }
    total += all.length;
  });
  return { postings: [...rows.values()], terms: total };
}

/** How often each word stands in a document, by which misspelt questions are mended. */
export function wordCountsOf({ paragraphs }: IndexedDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) countWords(paragraph, counts);
  return counts;
}

/** Of each entry, in their order. */
export function entryRowsOf(
  { paragraphs }: Pick<IndexedDocument, 'paragraphs'>,
  entries: readonly IndexEntry[],
): EntryRow[] {
  const places = new Map(paragraphs.map(({ label }, place) => [label, place]));
  return entries.map(({ paragraph, kind }, number) => {
    const place = places.get(paragraph);
    if (place === undefined) throw new RangeError(`There is no paragraph ${paragraph}.`);
    return { paragraph: place, number, kind };
  });
}

/** A paragraph's words are its slice of the document's text: kept once. */
interface StoredContent {
  readonly document: Omit<IndexedDocument, 'paragraphs'> & {
    readonly paragraphs: readonly Omit<Paragraph, 'text'>[];
  };
  readonly entries: readonly IndexEntry[];
}

export function serialiseContent(
  document: IndexedDocument,
  entries: readonly IndexEntry[],
): string {
  const paragraphs = document.paragraphs.map((paragraph) => ({ ...paragraph, text: undefined }));
  return JSON.stringify({ document: { ...document, paragraphs }, entries });
}

/** What {@link serialiseContent} made. */
export function parseContent(content: string): {
  readonly document: IndexedDocument;
  readonly entries: readonly IndexEntry[];
} {
  const { document, entries } = JSON.parse(content) as StoredContent;
  const paragraphs = document.paragraphs.map((paragraph) => ({
    ...paragraph,
    text: document.text.slice(paragraph.start, paragraph.end),
  }));
  return { document: { ...document, paragraphs }, entries };
}
