import type {
  BackgroundKind,
  Cosines,
  IndexedParagraph,
  SearchIndex,
} from '../../ports/search-index.js';
import { dot } from '../../ranking/exact-search.js';
import { VectorBlock } from '../../ranking/simd/vector-block.js';
import {
  DEVIATIONS_OF_ONE,
  FULL_BM25,
  OTHER_SHARE,
  PAIR_DISTANCES,
  TEXT_SHARES,
} from '../settings.js';
import type { Probe } from './probe.js';
import { spreadOf, type Spread } from './spread.js';

/**
 * BM25 of a paragraph, 0 to 1. Not over what a full match would score: the words of a chatty
 * question that no text holds would take from those that one does.
 */
export function lexicalSignal(bm25: number): number {
  return Math.min(1, bm25 / FULL_BM25);
}

/** What the cosines of the paragraph in a row say of how near it is to a probe, see {@link similarityTo}. */
export function similaritySignal(
  index: SearchIndex,
  { vector }: Probe,
): (cosines: Cosines, row: number) => number {
  if (vector === undefined) return () => 0;
  const toSentences = beside(spreadFor(index, vector, 'sentence'));
  const toQuestions = beside(spreadFor(index, vector, 'question'));
  return (cosines, row) => {
    const [sentence, passage] = [cosines.sentence[row] ?? NaN, cosines.passage[row] ?? NaN];
    // A paragraph of one sentence has its vector once.
    const text =
      TEXT_SHARES.sentence * toSentences(Number.isNaN(sentence) ? passage : sentence) +
      TEXT_SHARES.passage * toSentences(Number.isNaN(passage) ? sentence : passage);
    const asked = toQuestions(cosines.question[row] ?? NaN);
    return Math.max(text, asked) + OTHER_SHARE * Math.min(text, asked);
  };
}

/** How near a probe is to the nearest of some vectors; 0 where none is near. */
export type Similarity = (vectors: readonly Float32Array[]) => number;

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
  return vector === undefined ? () => 0 : nearestBeside(vector, spreadFor(index, vector, among));
}

/**
 * The same beside how near sentences of the texts are to each other, whatever the question: of one
 * that has nothing to do with them, the nearest sentence stands out among the others and is far.
 */
export function closenessTo(index: SearchIndex, { vector }: Probe): Similarity {
  return vector === undefined ? () => 0 : nearestBeside(vector, spreadWithin(index));
}

function nearestBeside(vector: Float32Array, spread: Spread): Similarity {
  const level = beside(spread);
  // Not Math.max(...): a paragraph may have more sentences than a call has room for arguments.
  return (vectors) => vectors.reduce((best, each) => Math.max(best, level(dot(each, vector))), 0);
}

/** A cosine in deviations above the mean; 0 where there is none. */
function beside({ mean, deviation }: Spread): (cosine: number) => number {
  return (cosine) =>
    Number.isNaN(cosine) ? 0 : Math.max(0, (cosine - mean) / (DEVIATIONS_OF_ONE * deviation));
}

type Background = SearchIndex['background'][BackgroundKind];

/** By the sample that they are the spread of, and the vector of the question. */
const SPREADS = new WeakMap<Background, WeakMap<Float32Array, Spread>>();

/** Hundreds of cosines; asked for by every paragraph that is looked at, and made once. */
function spreadFor(index: SearchIndex, vector: Float32Array, among: BackgroundKind): Spread {
  const sample = index.background[among];
  const known = SPREADS.get(sample) ?? new WeakMap<Float32Array, Spread>();
  SPREADS.set(sample, known);
  const spread = known.get(vector) ?? spreadOf(cosinesWith(sample, vector));
  known.set(vector, spread);
  return spread;
}

const BLOCKS = new WeakMap<Background, VectorBlock>();

function cosinesWith(sample: Background, vector: Float32Array): ArrayLike<number> {
  if (sample.length === 0) return [];
  const block = BLOCKS.get(sample) ?? VectorBlock.of(sample);
  BLOCKS.set(sample, block);
  return block.products(vector);
}

const SPREADS_WITHIN = new WeakMap<Background, Spread>();

/** Of the cosines of sentences with each other, near and far in the texts. */
function spreadWithin({ background: { sentence: sample } }: SearchIndex): Spread {
  const known = SPREADS_WITHIN.get(sample);
  if (known !== undefined) return known;
  const cosines = sample.flatMap((vector, i) =>
    PAIR_DISTANCES.flatMap((distance) => {
      const other = sample[i + distance];
      return other === undefined ? [] : [dot(other, vector)];
    }),
  );
  const spread = spreadOf(cosines);
  SPREADS_WITHIN.set(sample, spread);
  return spread;
}

/** Place of the sentence of a paragraph that is nearest to the probe; the first where none is. */
export function nearestSentence(
  similarity: Similarity,
  { vectors }: Pick<IndexedParagraph, 'vectors'>,
): number {
  const near = vectors.sentence.map((vector) => similarity([vector]));
  return Math.max(0, near.indexOf(near.reduce((best, each) => Math.max(best, each), 0)));
}
