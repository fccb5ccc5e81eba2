import { DEFAULT_WEIGHTS, type Weights } from '../retrieval/evidence.js';

/** What a retriever goes by: shared words alone, nearness in meaning alone, or both. */
export const ARMS = ['lexical', 'dense', 'fused'] as const;
export type Arm = (typeof ARMS)[number];

/** The weights of one arm alone, in the proportions that they have in the whole; they sum to 1. */
export function weightsOf(arm: Arm, { lexical, lexicalPart, similarity, partSimilarity }: Weights = DEFAULT_WEIGHTS): Weights {
  const none = { lexical: 0, lexicalPart: 0, similarity: 0, partSimilarity: 0 };
  if (arm === 'lexical') return { ...none, lexical: lexical / (lexical + lexicalPart), lexicalPart: lexicalPart / (lexical + lexicalPart) };
  if (arm === 'dense') return { ...none, similarity: similarity / (similarity + partSimilarity), partSimilarity: partSimilarity / (similarity + partSimilarity) };
  return { lexical, lexicalPart, similarity, partSimilarity };
}
