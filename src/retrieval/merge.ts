import type { Evidence } from './evidence.js';
import type { IndexedParagraph } from './search-index.js';

/** What one text finds, by paragraph number, and how much it counts beside the others. */
export interface Ranking {
  readonly weight: number;
  readonly evidence: ReadonlyMap<number, Evidence>;
}

/**
 * The weighted mean of what several texts say of each paragraph, best first. The signals stay those of the first
 * text that found it.
 */
export function combineRankings(rankings: readonly Ranking[], bonus: (paragraph: IndexedParagraph) => number): Evidence[] {
  const total = rankings.reduce((sum, { weight }) => sum + weight, 0);
  const combined = new Map<number, Evidence>();
  for (const { weight, evidence } of rankings) {
    for (const [number, found] of evidence) {
      const sofar = combined.get(number);
      const share = (weight * found.score) / total;
      combined.set(number, sofar === undefined ? { ...found, score: share } : { ...sofar, score: sofar.score + share });
    }
  }
  return [...combined.values()].map((found) => ({ ...found, score: found.score + bonus(found.paragraph) })).sort(byScore);
}

/**
 * One list from the lists of several aspects: each is scaled so that its best paragraph is as good as the best of
 * all, so that none is crowded out; a paragraph counts where it stands best.
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
      if (sofar === undefined || sofar.score < scaled.score) merged.set(found.paragraph.number, scaled);
    }
  }
  return [...merged.values()].sort(byScore);
}

function byScore(a: Evidence, b: Evidence): number {
  return b.score - a.score || a.paragraph.number - b.paragraph.number;
}
