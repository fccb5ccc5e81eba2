/**
 * What a ranked list is judged by. `relevance` says of each place, best first, whether what stands
 * there is right; `relevantCount` how many right ones there are in all, found or not. Ranks are
 * 1-based, `Infinity` where not found. Relevance is binary. All results lie in 0 to 1.
 */
export interface Cutoff {
  /** Places that count, from the top. */
  readonly k: number;
  readonly relevantCount: number;
}

/** 1 where the rank is among the first `k`. */
export function hitAtK(rank: number, k: number): number {
  return rank <= k ? 1 : 0;
}

/** 1 over the rank, 0 beyond the first `k`. */
export function reciprocalRank(rank: number, k: number): number {
  return rank <= k ? 1 / rank : 0;
}

/** Mean reciprocal rank over questions; undefined where there are none. */
export function mrr(ranks: readonly number[], k: number): number | undefined {
  return ranks.length === 0
    ? undefined
    : ranks.reduce((total, rank) => total + reciprocalRank(rank, k), 0) / ranks.length;
}

/** Share of the right ones that are among the first `k`; 0 where there are none. */
export function recallAtK(relevance: readonly boolean[], { k, relevantCount }: Cutoff): number {
  if (relevantCount === 0) return 0;
  return relevance.slice(0, k).filter(Boolean).length / relevantCount;
}

/**
 * Discounted gain of the first `k` over that of the best order: 1 where every right one that fits
 * in stands on top.
 */
export function ndcgAtK(relevance: readonly boolean[], { k, relevantCount }: Cutoff): number {
  const discount = (place: number): number => 1 / Math.log2(place + 2);
  let gain = 0;
  relevance.slice(0, k).forEach((relevant, place) => {
    if (relevant) gain += discount(place);
  });
  let ideal = 0;
  for (let place = 0; place < Math.min(k, relevantCount); place++) ideal += discount(place);
  return ideal === 0 ? 0 : gain / ideal;
}

/**
 * Mean of the precision at each right one's place; those not found count 0. Its mean over queries
 * is MAP.
 */
export function averagePrecision(relevance: readonly boolean[], relevantCount: number): number {
  let found = 0;
  let total = 0;
  relevance.forEach((relevant, place) => {
    if (!relevant) return;
    found += 1;
    total += found / (place + 1);
  });
  return relevantCount === 0 ? 0 : total / relevantCount;
}
