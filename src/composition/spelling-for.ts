import type { VocabularyEncoder } from '../ports/encoder.js';
import type { PassageReader } from '../ports/passage-reader.js';
import type { SearchIndex } from '../ports/search-index.js';
import { SpellingCorrector } from '../retrieval/query/spelling-corrector.js';

/**
 * Mends questions with the words of an index's texts. Models tell what is a word all the same: an
 * encoder of a hundred languages has few words of each whole, a reader of one has most.
 */
export async function spellingFor(
  index: Pick<SearchIndex, 'wordCounts'>,
  encoder: Pick<VocabularyEncoder, 'isWord'>,
  reader: Pick<PassageReader, 'isWord'> | undefined,
): Promise<SpellingCorrector> {
  return new SpellingCorrector(
    await index.wordCounts(),
    (word) => encoder.isWord(word) || reader?.isWord(word) === true,
  );
}
