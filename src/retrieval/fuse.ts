import { mapAspects, type SubQuestion } from './query/sub-question.js';
import type { Found } from './search/evidence.js';
import type { SearchedAspect } from './search/search.js';

/** What an aspect found, in one list. */
export interface FusedAspect extends SearchedAspect {
  /** Each paragraph once, in no order. */
  readonly evidence: readonly Found[];
}

/**
 * Of each aspect, the weighted mean of what its texts say of each paragraph, signal by signal; a
 * paragraph that a text did not find has 0 from it. Scores are fused, not ranks, so that they mean
 * the same for every question.
 */
export function fuse(searched: readonly SubQuestion<SearchedAspect>[]): SubQuestion<FusedAspect>[] {
  return mapAspects(searched, (aspect) => ({ ...aspect, evidence: weightedMean(aspect.results) }));
}

function weightedMean(results: SearchedAspect['results']): Found[] {
  const total = results.reduce((sum, { weight }) => sum + weight, 0);
  const fused = new Map<number, Found>();
  for (const { weight, result } of results) {
    for (const [number, found] of result.evidence) {
      fused.set(number, addShare(fused.get(number), found, weight / total));
    }
  }
  return [...fused.values()];
}

function addShare(sofar: Found | undefined, found: Found, share: number): Found {
  return {
    number: found.number,
    documentId: found.documentId,
    lexical: (sofar?.lexical ?? 0) + share * found.lexical,
    similarity: (sofar?.similarity ?? 0) + share * found.similarity,
    reading: 0,
    score: (sofar?.score ?? 0) + share * found.score,
  };
}
