import { terms, words } from '../language/tokenize.js';
import type { IndexedDocument, Paragraph } from '../types.js';
import { expansionOf, isSearched, withHeading } from './searched-text.js';

/** What is searched of a document by its words: made once, and kept beside it. */
export interface DocumentTerms {
  /** Each index term once; the first {@link wording} of them stand in headings or wordings. */
  readonly terms: readonly string[];
  readonly wording: number;
  /** How many terms each paragraph has, one that is there twice counted twice. */
  readonly lengths: Uint32Array;
  /**
   * How many different terms the paragraphs up to each have, the first of them none: the terms of
   * paragraph `i` are `ids[offsets[i] … offsets[i + 1])`, places in {@link terms}.
   */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  /** How often the paragraph has that term. */
  readonly frequencies: Uint32Array;
  /** Words of the texts and their headings as they are written, in lower case, each once. */
  readonly words: readonly string[];
  readonly wordCounts: Uint32Array;
}

/** Index terms of a paragraph: those of its headings and wording, and all that it is found by. */
export function termsOf(
  document: IndexedDocument,
  paragraph: Paragraph,
): { readonly own: readonly string[]; readonly all: readonly string[] } {
  if (!isSearched(paragraph)) return { own: [], all: [] };
  const { language } = document;
  const { text, start, bodyStart } = paragraph;
  // Without the printed number.
  const own = terms(withHeading(paragraph, text.slice(bodyStart - start)), language);
  const expansion = expansionOf(document, paragraph);
  if (expansion === undefined) return { own, all: own };
  const more = terms([...expansion.questions, expansion.words].join(' '), language);
  return { own, all: [...own, ...more] };
}

/** All terms of a document's paragraphs, in their order. */
export function documentTerms(document: IndexedDocument): DocumentTerms {
  const read = document.paragraphs.map((paragraph) => termsOf(document, paragraph));
  const places = new Map<string, number>();
  const place = (term: string): number => {
    const known = places.get(term) ?? places.size;
    places.set(term, known);
    return known;
  };
  for (const { own } of read) own.forEach(place);
  const wording = places.size;
  const ids: number[] = [];
  const frequencies: number[] = [];
  const offsets = Uint32Array.from([
    0,
    ...read.map(({ all }) => {
      const counts = new Map<number, number>();
      for (const id of all.map(place)) counts.set(id, (counts.get(id) ?? 0) + 1);
      for (const [id, count] of counts) {
        ids.push(id);
        frequencies.push(count);
      }
      return ids.length;
    }),
  ]);
  const counts = wordCounts(document.paragraphs);
  return {
    terms: [...places.keys()],
    wording,
    lengths: Uint32Array.from(read, ({ all }) => all.length),
    offsets,
    ids: Uint32Array.from(ids),
    frequencies: Uint32Array.from(frequencies),
    words: [...counts.keys()],
    wordCounts: Uint32Array.from(counts.values()),
  };
}

function wordCounts(paragraphs: readonly Paragraph[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { section, text } of paragraphs) {
    for (const word of words([...section, text].join(' '))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
