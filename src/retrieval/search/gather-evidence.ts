import type { SearchIndex } from '../../ports/search-index.js';
import { DENSE_CANDIDATES, LEXICAL_CANDIDATES } from '../settings.js';
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
 * What speaks for every paragraph that shares a term with the probe or is near it, by its number, in
 * no order. Candidates come from words and from vectors; the signals of all are computed alike.
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
  return new Map(
    candidates.map(({ number, documentId, bm25, cosines }) => {
      const signals: Signals = {
        lexical: lexicalSignal(bm25),
        similarity: similarity(cosines),
        reading: 0,
      };
      return [number, { number, documentId, ...signals, score: weightedScore(signals, weights) }];
    }),
  );
}
