import { dot } from '../ranking/exact-search.js';
import type { NumberedSentence } from './numbered-evidence.js';

export interface Near {
  readonly sentence: NumberedSentence;
  /** Cosine. */
  readonly similarity: number;
}

/** The sentence that is nearest to a vector of unit length; undefined where there is none. */
export function nearestOf(
  vector: ArrayLike<number>,
  sentences: readonly NumberedSentence[],
): Near | undefined {
  let best: Near | undefined;
  for (const sentence of sentences) {
    const own = sentence.paragraph.vectors.sentence[sentence.place];
    if (own === undefined) continue;
    const similarity = dot(own, vector);
    if (best === undefined || similarity > best.similarity) best = { sentence, similarity };
  }
  return best;
}
