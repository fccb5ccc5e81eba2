import type { Bm25Index } from '../../ranking/bm25.js';
import { similarityTo as cosineWith } from '../../ranking/exact-search.js';
import { DEVIATIONS_OF_ONE, FULL_BM25, USUAL_SPREAD } from '../settings.js';
import type { Probe } from './probe.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';

/**
 * BM25 of the units of an index that share a term with the probe, 0 to 1. Not over what a full match
 * would score: the words of a chatty question that no text holds would take from those that one does.
 */
export function lexicalScores(index: Bm25Index, { terms }: Probe): Map<number, number> {
  return new Map(
    [...index.scores(terms)].map(([unit, score]) => [unit, Math.min(1, score / FULL_BM25)]),
  );
}

/** How near a probe is to the nearest of some vectors of the index; 0 where none is near. */
export type Similarity = (entries: readonly number[]) => number;

/**
 * Cosines of the probe, counted in their deviations above the mean that the sentences of the index
 * have for it, so that they mean the same whichever model they come from: one spreads them between
 * .7 and .9, another between -.1 and .6. 0 for the mean and all below, 1 for
 * {@link DEVIATIONS_OF_ONE} deviations above.
 */
export function similarityTo(index: SearchIndex, { vector }: Probe): Similarity {
  if (vector === undefined) return () => 0;
  const cosine = (entry: number): number => cosineWith(index.vectors, entry, vector);
  const { mean, deviation } = spreadOf(index.background.map(cosine));
  // Not Math.max(...): a paragraph may have more sentences than a call has room for arguments.
  return (entries) =>
    entries.reduce(
      (best, entry) => Math.max(best, (cosine(entry) - mean) / (DEVIATIONS_OF_ONE * deviation)),
      0,
    );
}

/** Mean and deviation; of few cosines nearer to what is usual. */
function spreadOf(cosines: readonly number[]): {
  readonly mean: number;
  readonly deviation: number;
} {
  const { count, mean: usual, deviation: usualDeviation } = USUAL_SPREAD;
  const total = cosines.length + count;
  const mean = (cosines.reduce((sum, each) => sum + each, 0) + count * usual) / total;
  const squares = cosines.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt((squares + count * usualDeviation ** 2) / total) };
}

/** Place of the sentence of a paragraph that is nearest to the probe; the first where none is. */
export function nearestSentence(
  similarity: Similarity,
  { entries }: Pick<IndexedParagraph, 'entries'>,
): number {
  const near = entries.sentence.map((entry) => similarity([entry]));
  return Math.max(0, near.indexOf(near.reduce((best, each) => Math.max(best, each), 0)));
}
