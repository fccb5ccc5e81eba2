import { Breather } from '../concurrency/breather.js';
import type { VocabularyEncoder } from '../ports/encoder.js';
import { SpellingCorrector } from '../retrieval/query/spelling-corrector.js';
import type { SearchIndex } from '../retrieval/search/search-index.js';

/** Mends questions with the words of an index's texts. */
export async function spellingFor(
  { paragraphs }: Pick<SearchIndex, 'paragraphs'>,
  encoder: Pick<VocabularyEncoder, 'isWord'>,
): Promise<SpellingCorrector> {
  const corrector = new SpellingCorrector([], (word) => encoder.isWord(word));
  const breather = new Breather();
  for (const { paragraph } of paragraphs) {
    corrector.learn([...paragraph.section, paragraph.text].join(' '));
    await breather.breathe();
  }
  return corrector;
}
