import type { Candidates, SearchIndex } from '../../ports/search-index.js';
import { TopScores } from '../../ranking/top-scores.js';
import { DENSE_CANDIDATES, KEPT_CANDIDATES, LEXICAL_CANDIDATES } from '../settings.js';
import { weightedScore, type Found, type Signals, type Weights } from './evidence.js';
import type { Probe } from './probe.js';
import { lexicalSignal, similaritySignal } from './signals.js';

export interface GatherOptions {
  /** Ids of the documents to look in; all where absent. */
  readonly within: ReadonlySet<string> | undefined;
  readonly weights: Weights;
  /** Numbers of paragraphs that are looked at whether or not words lead to them. */
  readonly always?: readonly number[];
}

/**
 * What speaks for the paragraphs that share terms with the probe or are near it, by their numbers, in
 * their order. Candidates come from words and from vectors; the signals of all are computed alike,
 * and the best of them are kept.
 */
export async function gatherEvidence(
  index: SearchIndex,
  probe: Probe,
  { within, weights, always = [] }: GatherOptions,
): Promise<Map<number, Found>> {
  const candidates = await index.candidates(probe, {
    within,
    always,
    lexical: LEXICAL_CANDIDATES,
    dense: DENSE_CANDIDATES,
  });
  const similarity = similaritySignal(index, probe);
  const signalsAt = ({ bm25, cosines }: Candidates, row: number): Signals => ({
    lexical: lexicalSignal(bm25[row] ?? 0),
    similarity: similarity(cosines, row),
    reading: 0,
  });
  const best = await withExactCosines(
    rowsOf(
      candidates,
      bestRows(candidates, {
        scoreAt: (row) => weightedScore(signalsAt(candidates, row), weights),
        always: new Set(always),
      }),
    ),
    { index, probe },
  );
  return new Map(
    Array.from(best.numbers, (number, row) => {
      const signals = signalsAt(best, row);
      const documentId = index.documentIdOf(number);
      return [number, { number, documentId, ...signals, score: weightedScore(signals, weights) }];
    }),
  );
}

/** Those that score best, and those that are looked at in any case; in their order. */
function bestRows(
  { numbers }: Candidates,
  {
    scoreAt,
    always,
  }: { readonly scoreAt: (row: number) => number; readonly always: ReadonlySet<number> },
): Uint32Array {
  const best = new TopScores(KEPT_CANDIDATES);
  numbers.forEach((_, row) => {
    best.add(row, scoreAt(row));
  });
  const chosen = new Set(best.sorted().map(({ unit }) => unit));
  return Uint32Array.from(numbers.keys()).filter(
    (row) => chosen.has(row) || always.has(numbers[row] ?? -1),
  );
}

function rowsOf({ numbers, bm25, cosines }: Candidates, rows: Uint32Array): Candidates {
  const column = (values: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => values[row] ?? NaN);
  return {
    numbers: rows.map((row) => numbers[row] ?? 0),
    bm25: column(bm25),
    cosines: {
      passage: column(cosines.passage),
      sentence: column(cosines.sentence),
      question: column(cosines.question),
    },
  };
}

/** Estimates choose well enough, and are not compared with what is exact. */
async function withExactCosines(
  candidates: Candidates,
  { index, probe: { vector } }: { readonly index: SearchIndex; readonly probe: Probe },
): Promise<Candidates> {
  if (index.exactCosines === undefined || vector === undefined) return candidates;
  return { ...candidates, cosines: await index.exactCosines(candidates.numbers, vector) };
}
