import type { IndexedParagraph, SearchIndex } from '../../retrieval/search/search-index.js';
import { itemsOf } from './enumeration.js';
import type { Excerpt } from './excerpt.js';

/** A list is quoted whole up to about this many words. */
const MAX_LIST_WORDS = 250;
/** Openings that cannot be understood without the sentence before. */
const LEANING_SENTENCE =
  /^(?:they|it|he|she|this|these|those|such|its|their|his|her|in this (?:context|regard|respect|connection)|in that (?:context|regard)|to this end|to that end|at the same time|for this purpose|therefore|thus|moreover|furthermore|nevertheless|however|as a result)\b/iu;

/** A sentence that may be quoted. */
export interface Candidate {
  readonly paragraph: IndexedParagraph;
  /** Place of the sentence in its paragraph. */
  readonly place: number;
  readonly score: number;
}

/** Sentences chosen so far, by paragraph, and how many words they have. */
export class Selection {
  readonly #index: SearchIndex;
  readonly #places = new Map<IndexedParagraph, Set<number>>();
  #words = 0;

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  /**
   * Adds a sentence, with the one before where it leans on it, if all are then within the words
   * allowed.
   */
  add({ paragraph, place }: Pick<Candidate, 'paragraph' | 'place'>, maxWords: number): void {
    const chosen = this.#places.get(paragraph) ?? new Set<number>();
    const missing = withSentenceBefore(paragraph, place).filter((wanted) => !chosen.has(wanted));
    const added = missing.reduce((sum, wanted) => sum + wordCount(paragraph, wanted), 0);
    if (this.#words + added > maxWords) return;
    for (const wanted of missing) chosen.add(wanted);
    this.#places.set(paragraph, chosen);
    this.#words += added;
  }

  /** Adds the items that a chosen sentence announces. */
  completeLists(): void {
    for (const [paragraph, places] of [...this.#places]) {
      if (!places.has(paragraph.sentences.length - 1)) continue;
      for (const item of itemsOf(this.#index, paragraph)) {
        item.sentences.forEach((_, place) => {
          this.add({ paragraph: item, place }, MAX_LIST_WORDS);
        });
      }
    }
  }

  /**
   * What was chosen: paragraphs in the order given, each with its items; neighbouring sentences are
   * one excerpt.
   */
  excerpts(order: readonly IndexedParagraph[]): Excerpt[] {
    const all = new Set(
      order.flatMap((paragraph) => [paragraph, ...itemsOf(this.#index, paragraph)]),
    );
    return [...all].flatMap((paragraph) =>
      toExcerpts(paragraph, this.#places.get(paragraph) ?? new Set()),
    );
  }
}

/** A sentence's place and, where it leans on it, the one before. */
function withSentenceBefore(paragraph: IndexedParagraph, place: number): number[] {
  return place > 0 && LEANING_SENTENCE.test(sentenceAt(paragraph, place))
    ? [place - 1, place]
    : [place];
}

function toExcerpts(paragraph: IndexedParagraph, places: ReadonlySet<number>): Excerpt[] {
  const runs: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => ({
    paragraph,
    sentences: run.flatMap((place) => paragraph.sentences[place] ?? []),
  }));
}

export function sentenceAt({ document, sentences }: IndexedParagraph, place: number): string {
  const sentence = sentences[place];
  return sentence === undefined ? '' : document.text.slice(sentence.start, sentence.end);
}

function wordCount(paragraph: IndexedParagraph, place: number): number {
  return sentenceAt(paragraph, place).trim().split(/\s+/u).length;
}
