import type { Candidates, SearchIndex } from '../../src/ports/search-index.js';
import type { IndexEntry } from '../../src/types.js';

/** A paragraph that words or vectors lead to, by itself. */
export interface CandidateRow {
  readonly number: number;
  readonly documentId: string;
  readonly bm25: number;
  /** Of the kinds that it has a vector of. */
  readonly cosines: Readonly<Partial<Record<IndexEntry['kind'], number>>>;
}

/** Candidates one by one, in the order of their numbers. */
export function candidateRows(
  index: SearchIndex,
  { numbers, bm25, cosines }: Candidates,
): CandidateRow[] {
  return Array.from(numbers, (number, row) => ({
    number,
    documentId: index.documentIdOf(number),
    bm25: bm25[row] ?? NaN,
    cosines: Object.fromEntries(
      Object.entries(cosines)
        .map(([kind, values]) => [kind, values[row] ?? NaN] as const)
        .filter(([, cosine]) => !Number.isNaN(cosine)),
    ),
  }));
}
