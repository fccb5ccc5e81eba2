import type { Aspect } from '../../retrieval/aspect.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import { QUOTING } from '../settings.js';
import { candidatesOf, type Candidate } from './candidate.js';

/**
 * Sentences of an aspect's best paragraphs that are worth quoting, paragraph by paragraph, the best
 * of each first.
 */
export function rankSentences(index: SearchIndex, { probes, evidence }: Aspect): Candidate[] {
  const near = evidence
    .slice(0, QUOTING.maxParagraphs)
    .filter(({ score }) => score >= QUOTING.minParagraphShare * (evidence[0]?.score ?? 0));
  return near.flatMap((found) => candidatesOf(index, probes, found));
}
