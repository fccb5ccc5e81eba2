import { inOneSpelling, isStopWord, stem, words } from '../../language/tokenize.js';
import { LONG_WORD_LENGTH, MIN_MENDED_WORD_LENGTH } from '../settings.js';
import { editDistance } from './edit-distance.js';

/** A word that was mended: as it was typed, and the word of the texts that it was taken for. */
export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

export interface MendedQuestion {
  readonly question: string;
  /** In their order; none for most questions. */
  readonly corrections: readonly Correction[];
}

/**
 * Mends misspelt words of a question with words of the texts. A word is touched only where its stem
 * is not in the texts and `isWord` does not know it either, however it is spelt, so that a correctly spelt question
 * never changes.
 */
export class SpellingCorrector {
  readonly #frequencies: ReadonlyMap<string, number>;
  /** Those that others may be taken for, by their first letter. */
  readonly #candidates = new Map<string, (readonly [word: string, frequency: number])[]>();
  readonly #stems: ReadonlySet<string>;
  readonly #isWord: (word: string) => boolean;

  /**
   * @param frequencies how often each word stands in the texts, in lower case
   * @param isWord whether a word that the texts lack is a word all the same; the embedding model's
   *   vocabulary is a good judge.
   */
  constructor(frequencies: ReadonlyMap<string, number>, isWord: (word: string) => boolean) {
    this.#isWord = isWord;
    this.#frequencies = frequencies;
    for (const entry of frequencies) {
      const [word] = entry;
      if (word.length < MIN_MENDED_WORD_LENGTH) continue;
      const alike = this.#candidates.get(word.charAt(0));
      if (alike === undefined) this.#candidates.set(word.charAt(0), [entry]);
      else alike.push(entry);
    }
    this.#stems = new Set(Array.from(frequencies.keys(), stem));
  }

  /** Whether the texts have this word, however its accents are typed. */
  holds(word: string): boolean {
    const parts = words(word);
    return parts.length > 0 && parts.every((part) => this.#frequencies.has(part));
  }

  mend(question: string): MendedQuestion {
    const corrections: Correction[] = [];
    const mended = question.replace(/\p{L}+/gu, (typed) => {
      const [word, ...others] = words(typed);
      // What stands without blanks is several words: none of them is told from the next by spelling.
      const meant = word === undefined || others.length > 0 ? undefined : this.#nearest(word);
      if (meant === undefined) return typed;
      corrections.push({ typed, meant });
      return meant;
    });
    return { question: mended, corrections };
  }

  #nearest(word: string): string | undefined {
    if (
      word.length < MIN_MENDED_WORD_LENGTH ||
      isStopWord(word) ||
      this.#stems.has(stem(word)) ||
      this.#isWord(word) ||
      this.#isWord(inOneSpelling(word))
    ) {
      return undefined;
    }
    const limit = word.length < LONG_WORD_LENGTH ? 1 : 2;
    let best:
      { readonly word: string; readonly distance: number; readonly frequency: number } | undefined;
    for (const [candidate, frequency] of this.#candidates.get(word.charAt(0)) ?? []) {
      if (Math.abs(candidate.length - word.length) > limit) continue;
      const distance = editDistance(word, candidate, best?.distance ?? limit);
      if (distance > limit) continue;
      if (
        best === undefined ||
        distance < best.distance ||
        (distance === best.distance && frequency > best.frequency)
      ) {
        best = { word: candidate, distance, frequency };
      }
    }
    return best?.word;
  }
}
