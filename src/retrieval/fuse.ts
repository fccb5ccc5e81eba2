import type { Evidence } from './search/evidence.js';

/** What one text finds, by paragraph number, and how much it counts beside the others. */
export interface Ranking {
  readonly weight: number;
  readonly evidence: ReadonlyMap<number, Evidence>;
}

/**
 * The weighted mean of what several texts say of each paragraph, signal by signal, its score as
 * `adjusted`, best first.
 */
export function combineRankings(
  rankings: readonly Ranking[],
  adjusted: (found: Evidence) => number,
): Evidence[] {
  const total = rankings.reduce((sum, { weight }) => sum + weight, 0);
  const combined = new Map<number, Evidence>();
  for (const { weight, evidence } of rankings) {
    for (const [number, found] of evidence) {
      combined.set(number, addShare(combined.get(number), found, weight / total));
    }
  }
  return [...combined.values()]
    .map((found) => ({ ...found, score: adjusted(found) }))
    .sort(byScore);
}

function addShare(sofar: Evidence | undefined, found: Evidence, share: number): Evidence {
  return {
    paragraph: found.paragraph,
    lexical: (sofar?.lexical ?? 0) + share * found.lexical,
    similarity: (sofar?.similarity ?? 0) + share * found.similarity,
    partSimilarity: (sofar?.partSimilarity ?? 0) + share * found.partSimilarity,
    score: (sofar?.score ?? 0) + share * found.score,
  };
}

/**
 * One list from the lists of several aspects: each is scaled so that its best paragraph is as good
 * as the best of all, so that none is crowded out; a paragraph counts where it stands best.
 */
export function mergeAspects(lists: readonly (readonly Evidence[])[]): Evidence[] {
  if (lists.length === 1) return [...(lists[0] ?? [])];
  const top = Math.max(0, ...lists.map((list) => list[0]?.score ?? 0));
  const merged = new Map<number, Evidence>();
  for (const list of lists) {
    const scale = top / (list[0]?.score || 1);
    for (const found of list) {
      const scaled = { ...found, score: found.score * scale };
      const sofar = merged.get(found.paragraph.number);
      if (sofar === undefined || sofar.score < scaled.score) {
        merged.set(found.paragraph.number, scaled);
      }
    }
  }
  return [...merged.values()].sort(byScore);
}

function byScore(a: Evidence, b: Evidence): number {
  return b.score - a.score || a.paragraph.number - b.paragraph.number;
}
