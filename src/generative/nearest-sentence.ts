import { similarityTo } from '../ranking/exact-search.js';
import type { SearchIndex } from '../retrieval/search/search-index.js';
import type { NumberedSentence } from './numbered-evidence.js';

export interface Near {
  readonly sentence: NumberedSentence;
  /** Cosine. */
  readonly similarity: number;
}

/** The sentence that is nearest to a vector of unit length; undefined where there is none. */
export function nearestOf(
  { vectors }: Pick<SearchIndex, 'vectors'>,
  {
    vector,
    sentences,
  }: { readonly vector: ArrayLike<number>; readonly sentences: readonly NumberedSentence[] },
): Near | undefined {
  let best: Near | undefined;
  for (const sentence of sentences) {
    const entry = sentence.paragraph.entries.sentence[sentence.place];
    if (entry === undefined) continue;
    const similarity = similarityTo(vectors, entry, vector);
    if (best === undefined || similarity > best.similarity) best = { sentence, similarity };
  }
  return best;
}
