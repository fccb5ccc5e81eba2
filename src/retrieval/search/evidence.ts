import type { IndexedParagraph } from './search-index.js';

/**
 * How well one paragraph bears on a probe, piece by piece. All lie in 0 to about 1 and are
 * comparable between questions.
 */
export interface Signals {
  /**
   * BM25 of the paragraph, with its expansion where it has one, over what a full match would score.
   */
  readonly lexical: number;
  /** Cosine with the nearest passage of the paragraph. */
  readonly similarity: number;
  /** Cosine with its nearest sentence or expansion question. */
  readonly partSimilarity: number;
}

export interface Evidence extends Signals {
  readonly paragraph: IndexedParagraph;
  /** The weighted sum of the signals; after reranking with what the paragraph gains by it. */
  readonly score: number;
}

export type Weights = Readonly<Record<keyof Signals, number>>;

/** The signals in one number. */
export function weightedScore(signals: Signals, weights: Weights): number {
  return (
    weights.lexical * signals.lexical +
    weights.similarity * signals.similarity +
    weights.partSimilarity * signals.partSimilarity
  );
}

/** Best first; where two are as good, in the order of the index. */
export function byScore(a: Evidence, b: Evidence): number {
  return b.score - a.score || a.paragraph.number - b.paragraph.number;
}
