import { DEFAULT_WEIGHTS } from '../src/retrieval/settings.js';
import type { Weights } from '../src/retrieval/search/evidence.js';

/**
 * What a retriever goes by: shared words alone, nearness in meaning alone, both, or both and what the
 * reader makes of the best.
 */
export const ARMS = ['lexical', 'dense', 'unread', 'fused'] as const;
export type Arm = (typeof ARMS)[number];

/** The weights of one arm, those of the others 0. */
export function weightsOf(arm: Arm, weights: Weights = DEFAULT_WEIGHTS): Weights {
  const { similarity, lexical } = weights;
  switch (arm) {
    case 'lexical':
      return { similarity: 0, lexical, reading: 0 };
    case 'dense':
      return { similarity, lexical: 0, reading: 0 };
    case 'unread':
      return { similarity, lexical, reading: 0 };
    case 'fused':
      return weights;
  }
}
