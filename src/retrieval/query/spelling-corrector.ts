import { isStopWord, stem, words } from '../../language/tokenize.js';

const MIN_WORD_LENGTH = 4;
/**
 * From this length on two edits are allowed, below it one: nearer words are too often other words.
 */
const LONG_WORD_LENGTH = 9;

/**
 * Optimal string alignment distance (Damerau-Levenshtein where no part is edited twice) when it is
 * at most `limit`, else `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

/**
 * Mends misspelt words of a question with words of the texts. A word is touched only where its stem
 * is not in the texts and `isWord` does not know it either, so that a correctly spelt question
 * never changes.
 */
export class SpellingCorrector {
  readonly #frequencies = new Map<string, number>();
  readonly #stems = new Set<string>();
  readonly #isWord: (word: string) => boolean;

  /**
   * @param isWord whether a word that the texts lack is a word all the same; the embedding model's
   *   vocabulary is a good judge.
   */
  constructor(texts: Iterable<string>, isWord: (word: string) => boolean) {
    this.#isWord = isWord;
    for (const text of texts) {
      for (const word of words(text)) {
        this.#frequencies.set(word, (this.#frequencies.get(word) ?? 0) + 1);
        this.#stems.add(stem(word));
      }
    }
  }

  correct(question: string): string {
    return question.replace(/\p{L}+/gu, (word) => this.#nearest(word.toLowerCase()) ?? word);
  }

  #nearest(word: string): string | undefined {
    if (
      word.length < MIN_WORD_LENGTH ||
      isStopWord(word) ||
      this.#stems.has(stem(word)) ||
      this.#isWord(word)
    ) {
      return undefined;
    }
    const limit = word.length < LONG_WORD_LENGTH ? 1 : 2;
    let best:
      { readonly word: string; readonly distance: number; readonly frequency: number } | undefined;
    for (const [candidate, frequency] of this.#frequencies) {
      if (candidate[0] !== word[0] || candidate.length < MIN_WORD_LENGTH) continue;
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
