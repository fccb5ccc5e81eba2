import type { Bm25Index } from '../../ranking/bm25.js';
import { similarityTo as cosineWith } from '../../ranking/exact-search.js';
import { DEVIATIONS_OF_ONE, FULL_BM25 } from '../settings.js';
import type { Probe } from './probe.js';
import { spreadOf, type Spread } from './spread.js';
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
 * for it in the index, so that they mean the same whichever model they come from: one spreads them
 * between .7 and .9, another between -.1 and .6. 0 for the mean and all below, 1 for
 * {@link DEVIATIONS_OF_ONE} deviations above.
 */
export function similarityTo(
  index: SearchIndex,
  { vector }: Probe,
  among: BackgroundKind = 'sentence',
): Similarity {
  return vector === undefined
    ? () => 0
    : nearestBeside(index, vector, spreadFor(index, vector, among));
}

/**
 * The same beside how near sentences of the texts are to each other, whatever the question: of one
 * that has nothing to do with them, the nearest sentence stands out among the others and is far.
 */
export function closenessTo(index: SearchIndex, { vector }: Probe): Similarity {
  return vector === undefined ? () => 0 : nearestBeside(index, vector, index.spread);
}

function nearestBeside(
  { vectors }: SearchIndex,
  vector: Float32Array,
  { mean, deviation }: Spread,
): Similarity {
  // Not Math.max(...): a paragraph may have more sentences than a call has room for arguments.
  return (entries) =>
    entries.reduce(
      (best, entry) =>
        Math.max(
          best,
          (cosineWith(vectors, entry, vector) - mean) / (DEVIATIONS_OF_ONE * deviation),
        ),
      0,
    );
}

/** By the sample that they are the spread of, and the vector of the question. */
const SPREADS = new WeakMap<readonly number[], WeakMap<Float32Array, Spread>>();

/** Hundreds of cosines; asked for by every paragraph that is looked at, and made once. */
function spreadFor(index: SearchIndex, vector: Float32Array, among: BackgroundKind): Spread {
  const sample = index.background[among];
  const known = SPREADS.get(sample) ?? new WeakMap<Float32Array, Spread>();
  SPREADS.set(sample, known);
  const spread =
    known.get(vector) ?? spreadOf(sample.map((entry) => cosineWith(index.vectors, entry, vector)));
  known.set(vector, spread);
  return spread;
}

/** Place of the sentence of a paragraph that is nearest to the probe; the first where none is. */
export function nearestSentence(
  similarity: Similarity,
  { entries }: Pick<IndexedParagraph, 'entries'>,
): number {
  const near = entries.sentence.map((entry) => similarity([entry]));
  return Math.max(0, near.indexOf(near.reduce((best, each) => Math.max(best, each), 0)));
}
