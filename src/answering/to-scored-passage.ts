import type { ScoredPassage } from '../protocol.js';
import type { Evidence } from '../retrieval/search/evidence.js';
import { describeParagraph, urlOf } from './describe-paragraph.js';

/** Scores on the wire are rounded: more digits would differ between machines and say nothing. */
const SCORE_DIGITS = 4;

/** A paragraph that was found, as it goes over the wire. */
export function toScoredPassage({ paragraph, score }: Evidence): ScoredPassage {
  return {
    ...describeParagraph(paragraph),
    score: Number(score.toFixed(SCORE_DIGITS)),
    url: urlOf(paragraph),
  };
}
