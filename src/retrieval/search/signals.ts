import type { Bm25Index } from '../../ranking/bm25.js';
import { similarityTo } from '../../ranking/exact-search.js';
import type { Probe } from './probe.js';
import type { SearchIndex } from './search-index.js';

/** BM25 over what a full match of the probe would score, 0 to about 1, by unit of the index. */
export function lexicalScores(
  index: Bm25Index,
  probe: Probe,
  range?: { readonly from: number; readonly to: number },
): Map<number, number> {
  const ideal = index.idealScore(probe.terms) || 1;
  const scores = index.scores(probe.terms, range);
  return new Map([...scores].map(([unit, score]) => [unit, score / ideal]));
}

/** The highest cosine of the probe with one of these vectors; 0 where there is none above. */
export function bestSimilarity(
  index: SearchIndex,
  { vector }: Probe,
  entries: readonly number[],
): number {
  if (vector === undefined) return 0;
  // Not Math.max(...): a paragraph may have more sentences than a call has room for arguments.
  return entries.reduce(
    (best, entry) => Math.max(best, similarityTo(index.vectors, entry, vector)),
    0,
  );
}
