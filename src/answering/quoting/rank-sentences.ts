import type { Aspect } from '../../retrieval/aspect.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { QUOTING } from '../settings.js';
import { byScore, candidatesOf, tellingOf, type Candidate } from './candidate.js';

/** Sentences of an aspect's best paragraphs that are worth quoting, best first. */
export function rankSentences(index: SearchIndex, { probes, evidence }: Aspect): Candidate[] {
  const candidates = tellingOf(
    evidence
      .slice(0, QUOTING.maxParagraphs)
      .flatMap((found) => candidatesOf(index, probes, found))
      .sort(byScore),
  );
  const enough = QUOTING.minScoreShare * (candidates[0]?.score ?? 0);
  return candidates.filter(({ score }) => score >= enough).slice(0, QUOTING.maxSentences);
}
