import type { Bm25Index } from '../../ranking/bm25.js';
import { similarityTo as cosineWith } from '../../ranking/exact-search.js';
import { DEVIATIONS_OF_ONE, FULL_BM25 } from '../settings.js';
import type { Probe } from './probe.js';
import { spreadOf } from './spread.js';
import type { BackgroundKind, IndexedParagraph, SearchIndex } from './search-index.js';

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
 * Cosines of the probe, counted in their deviations above the mean that the vectors of a kind have
 * for it in the index, so that they mean the same whichever model they come from: one spreads them between
 * .7 and .9, another between -.1 and .6. 0 for the mean and all below, 1 for
 * {@link DEVIATIONS_OF_ONE} deviations above.
 */
export function similarityTo(
  index: SearchIndex,
  { vector }: Probe,
  among: BackgroundKind = 'sentence',
): Similarity {
  if (vector === undefined) return () => 0;
  const cosine = (entry: number): number => cosineWith(index.vectors, entry, vector);
  const { mean, deviation } = spreadOf(index.background[among].map(cosine));
  // Not Math.max(...): a paragraph may have more sentences than a call has room for arguments.
  return (entries) =>
    entries.reduce(
      (best, entry) => Math.max(best, (cosine(entry) - mean) / (DEVIATIONS_OF_ONE * deviation)),
      0,
    );
}

/**
 * The same beside how near sentences of the texts are to each other, whatever the question: of one
 * that has nothing to do with them, the nearest sentence stands out among the others and is far.
 */
export function closenessTo(index: SearchIndex, { vector }: Probe): Similarity {
  if (vector === undefined) return () => 0;
  const { mean, deviation } = index.spread;
  return (entries) =>
    entries.reduce(
      (best, entry) =>
        Math.max(
          best,
          (cosineWith(index.vectors, entry, vector) - mean) / (DEVIATIONS_OF_ONE * deviation),
        ),
      0,
    );
}

/** Place of the sentence of a paragraph that is nearest to the probe; the first where none is. */
export function nearestSentence(
  similarity: Similarity,
  { entries }: Pick<IndexedParagraph, 'entries'>,
): number {
  const near = entries.sentence.map((entry) => similarity([entry]));
  return Math.max(0, near.indexOf(near.reduce((best, each) => Math.max(best, each), 0)));
}
