import type { PassageReading } from '../../ports/passage-reader.js';
import type { IndexedParagraph } from '../../ports/search-index.js';

/**
 * How well one paragraph bears on a probe, piece by piece. All lie in 0 to about 1 and are
 * comparable between questions.
 */
export interface Signals {
  /** BM25 of the paragraph, with its expansion where it has one. */
  readonly lexical: number;
  /** How near its text and its everyday questions are, see `similaritySignal`. */
  readonly similarity: number;
  /** How surely the reader finds an answer in it; 0 where it was not read. */
  readonly reading: number;
}

/** A paragraph that was found, before its words are looked at. */
export interface Found extends Signals {
  /** Its place among all paragraphs of the index. */
  readonly number: number;
  readonly documentId: string;
  /** The weighted sum of the signals. */
  readonly score: number;
}

export interface Evidence extends Signals {
  readonly paragraph: IndexedParagraph;
  /** What the reader made of it; absent where it was not read. */
  readonly read?: PassageReading | undefined;
  /** The weighted sum of the signals; after reranking with what the paragraph gains by it. */
  readonly score: number;
}

export type Weights = Readonly<Record<keyof Signals, number>>;

/** The signals in one number. */
export function weightedScore(signals: Signals, weights: Weights): number {
  return (
    weights.lexical * signals.lexical +
    weights.similarity * signals.similarity +
    weights.reading * signals.reading
  );
}

/** Best first; where two are as good, in the order of the index. */
export function byScore(a: Evidence, b: Evidence): number {
  return b.score - a.score || a.paragraph.number - b.paragraph.number;
}
