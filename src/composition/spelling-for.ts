import type { VocabularyEncoder } from '../ports/encoder.js';
import { SpellingCorrector } from '../retrieval/query/spelling-corrector.js';
import type { SearchIndex } from '../retrieval/search/search-index.js';

/** Mends questions with the words of an index's texts. */
export function spellingFor(
  { paragraphs }: Pick<SearchIndex, 'paragraphs'>,
  encoder: Pick<VocabularyEncoder, 'isWord'>,
): SpellingCorrector {
  const texts = paragraphs.map(({ paragraph }) => [...paragraph.section, paragraph.text].join(' '));
  return new SpellingCorrector(texts, (word) => encoder.isWord(word));
}
