import type { IndexedParagraph } from '../../ports/search-index.js';
import { QUOTING } from '../settings.js';
import { itemsOf } from './enumeration.js';
import { excerptsAt, type Excerpt } from './excerpt.js';
import { leansOn } from './leaning-sentence.js';
import { wordCount, type PlacedSentence } from './sentence.js';

/** Why a sentence is quoted. */
export type ChosenBecause =
  /** It is the best one for something that is asked. */
  | 'leads'
  /** It is the best of those that still fitted. */
  | 'fills-up'
  /** The question names its paragraph by number. */
  | 'named-place'
  /** The question names the sentence itself. */
  | 'named-sentence'
  /** Of what the question names, it tells most of its part. */
  | 'gist'
  /** The question is about the text as a whole, and it stands for that. */
  | 'whole-document'
  /** The one after it, which is quoted, cannot be understood without it. */
  | 'leaned-on'
  /** It is an item of a list whose announcement is quoted. */
  | 'list-item'
  /** It follows a leading sentence in a short paragraph. */
  | 'follows';

export interface ChosenSentence extends PlacedSentence {
  readonly because: ChosenBecause;
}

/** Sentences chosen so far, by paragraph, and how many words they have. */
export class Selection {
  readonly #places = new Map<IndexedParagraph, Set<number>>();
  readonly #chosen: ChosenSentence[] = [];
  #words = 0;

  /** What was chosen, in the order in which it was. */
  get chosen(): readonly ChosenSentence[] {
    return this.#chosen;
  }

  /**
   * Adds a sentence, with the one before where it leans on it, if all are then within the words
   * allowed.
   * @returns whether it is chosen now
   */
  add(
    { paragraph, place }: PlacedSentence,
    { maxWords, because }: Pick<ChosenSentence, 'because'> & { readonly maxWords: number },
  ): boolean {
    const places = this.#places.get(paragraph) ?? new Set<number>();
    const before = because === 'named-sentence' ? undefined : leansOn({ paragraph, place });
    const wanted: ChosenSentence[] = [
      ...(before === undefined ? [] : [{ ...before, because: 'leaned-on' as const }]),
      { paragraph, place, because },
    ];
    const missing = wanted.filter((sentence) => !places.has(sentence.place));
    const added = missing.reduce((sum, sentence) => sum + wordCount(sentence), 0);
    if (this.#words + added > maxWords) return false;
    for (const sentence of missing) places.add(sentence.place);
    this.#places.set(paragraph, places);
    this.#chosen.push(...missing);
    this.#words += added;
    return true;
  }

  /** Adds the items that a chosen sentence announces. */
  completeLists(): void {
    for (const [paragraph, places] of [...this.#places]) {
      if (!places.has(paragraph.sentences.length - 1)) continue;
      for (const item of itemsOf(paragraph)) {
        item.sentences.forEach((_, place) => {
          this.add(
            { paragraph: item, place },
            { maxWords: QUOTING.maxListWords, because: 'list-item' },
          );
        });
      }
    }
  }

  /**
   * What was chosen: paragraphs in the order given, each with its items; neighbouring sentences are
   * one excerpt.
   */
  excerpts(order: readonly IndexedParagraph[]): Excerpt[] {
    const all = new Set(order.flatMap((paragraph) => [paragraph, ...itemsOf(paragraph)]));
    return [...all].flatMap((paragraph) =>
      excerptsAt(paragraph, this.#places.get(paragraph) ?? new Set()),
    );
  }
}
