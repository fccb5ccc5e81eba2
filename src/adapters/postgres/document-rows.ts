import type { DocumentTerms } from '../../documents/document-terms.js';
import type { IndexedDocument, IndexEntry, Paragraph } from '../../types.js';

/** A term of a document: in which of its paragraphs, how often in each, of how many terms each. */
export interface PostingRow {
  readonly term: string;
  readonly paragraphs: number[];
  readonly frequencies: number[];
  readonly lengths: number[];
  /** Whether it stands in a heading or a wording, not in expansions alone. */
  readonly worded: boolean;
}

/** Where a vector belongs; numbers are places in the document. */
export interface EntryRow {
  readonly paragraph: number;
  readonly number: number;
  readonly kind: IndexEntry['kind'];
}

/** Where each term of a document stands. */
export function postingsOf({
  terms,
  wording,
  lengths,
  offsets,
  ids,
  frequencies,
}: DocumentTerms): readonly PostingRow[] {
  const rows = terms.map((term, id): PostingRow => ({
    term,
    paragraphs: [],
    frequencies: [],
    lengths: [],
    worded: id < wording,
  }));
  lengths.forEach((length, paragraph) => {
    for (let at = offsets[paragraph] ?? 0; at < (offsets[paragraph + 1] ?? 0); at += 1) {
      const row = rows[ids[at] ?? 0];
      row?.paragraphs.push(paragraph);
      row?.frequencies.push(frequencies[at] ?? 0);
      row?.lengths.push(length);
    }
  });
  return rows;
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
