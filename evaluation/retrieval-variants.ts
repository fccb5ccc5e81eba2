import { DEFAULT_WEIGHTS } from '../src/retrieval/settings.js';
import type { Weights } from '../src/retrieval/search/evidence.js';

/** What a retriever goes by: shared words alone, nearness in meaning alone, or both. */
export const ARMS = ['lexical', 'dense', 'fused'] as const;
export type Arm = (typeof ARMS)[number];

/** The weights of one arm alone, in the proportions that they have in the whole; they sum to 1. */
export function weightsOf(arm: Arm, weights: Weights = DEFAULT_WEIGHTS): Weights {
  if (arm === 'lexical') return { lexical: 1, similarity: 0, partSimilarity: 0 };
  if (arm === 'fused') return weights;
  const { similarity, partSimilarity } = weights;
  const sum = similarity + partSimilarity;
  return { lexical: 0, similarity: similarity / sum, partSimilarity: partSimilarity / sum };
}
