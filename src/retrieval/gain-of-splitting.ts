import type { Evidence } from './search/evidence.js';
import { MIN_SPLIT_GAIN, MIN_SPLIT_SHARE, SPLIT_CANDIDATES } from './settings.js';

type Ranking = readonly Evidence[];

/**
 * How much better two paragraphs answer the halves of a question than any one answers both, as a
 * share of the latter; 0 where one does, or where either of the two bears little on the whole. Each
 * ranking is best first.
 */
export function gainOfSplitting(whole: Ranking, halves: readonly [Ranking, Ranking]): number {
  const [first, second] = halves.map(
    (ranking) => new Map(ranking.map(({ paragraph, score }) => [paragraph.number, score])),
  );
  const considered = whole.slice(0, SPLIT_CANDIDATES).map(({ paragraph: { number }, score }) => ({
    score,
    first: first?.get(number) ?? 0,
    second: second?.get(number) ?? 0,
  }));
  const [best] = considered;
  if (best === undefined) return 0;
  const a = considered.reduce((most, found) => (found.first > most.first ? found : most), best);
  const b = considered.reduce((most, found) => (found.second > most.second ? found : most), best);
  const together = Math.max(...considered.map((found) => found.first + found.second));
  if (
    a === b ||
    together === 0 ||
    Math.min(a.score, b.score) < MIN_SPLIT_SHARE * Math.max(a.score, b.score)
  ) {
    return 0;
  }
  const gain = (a.first + b.second - together) / together;
  return gain >= MIN_SPLIT_GAIN ? gain : 0;
}
