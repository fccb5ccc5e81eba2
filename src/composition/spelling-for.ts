import type { VocabularyEncoder } from '../ports/encoder.js';
import type { SearchIndex } from '../ports/search-index.js';
import { SpellingCorrector } from '../retrieval/query/spelling-corrector.js';

/** Mends questions with the words of an index's texts. */
export async function spellingFor(
  index: Pick<SearchIndex, 'wordCounts'>,
  encoder: Pick<VocabularyEncoder, 'isWord'>,
): Promise<SpellingCorrector> {
  return new SpellingCorrector(await index.wordCounts(), (word) => encoder.isWord(word));
}
