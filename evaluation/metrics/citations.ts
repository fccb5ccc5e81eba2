import { ratio } from './mean.js';

/** What one answer cites, beside what it should. */
export interface CitationCounts {
  readonly citations: number;
  readonly goldCitations: number;
  readonly citedQuotes: number;
  readonly neededQuotes: number;
}

/**
 * Share of all citations that lead to a right paragraph, 0 to 1; undefined where nothing is cited.
 */
export function citationPrecision(answers: readonly CitationCounts[]): number | undefined {
  return ratio(
    answers.map(({ goldCitations }) => goldCitations),
    answers.map(({ citations }) => citations),
  );
}

/** Share of the paragraphs needed that are cited, 0 to 1; undefined where none is needed. */
export function citationRecall(answers: readonly CitationCounts[]): number | undefined {
  return ratio(
    answers.map(({ citedQuotes }) => citedQuotes),
    answers.map(({ neededQuotes }) => neededQuotes),
  );
}
