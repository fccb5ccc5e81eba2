import type { IndexedParagraph } from '../ports/search-index.js';
import type { LoadedAspect } from './load.js';
import type { QuestionTargets } from './query/question-targets.js';
import { holdsPhrase } from './query/quoted-phrases.js';
import { mapAspects, type SubQuestion } from './query/sub-question.js';
import { byScore, type Evidence } from './search/evidence.js';
import {
  CLOSEST_NUMBER_BONUS,
  LEANT_ON_BONUS,
  NAMED_DOCUMENT_BONUS,
  NAMED_PLACE_BONUS,
  NAMED_PLACE_SCORE,
  PHRASE_BONUS,
} from './settings.js';

/** What a paragraph gains by what the question asks for, and why. */
export interface Bonus {
  readonly reason:
    'named-document' | 'named-place' | 'closest-number' | 'leant-on' | 'quoted-phrase';
  /** Added to the score. */
  readonly amount: number;
}

export interface Adjustment {
  /** Stands in place of the score of a paragraph that the question names by its number. */
  readonly fixedScore: number | undefined;
  readonly bonuses: readonly Bonus[];
}

export interface RankedAspect extends LoadedAspect {
  /** The fused evidence, its scores with what the question asks for by name, best first. */
  readonly ranking: readonly Evidence[];
}

/** Moves up what the question names by number or by document, or has in quotes. */
export function rerank(
  readings: readonly SubQuestion<LoadedAspect>[],
  targets: QuestionTargets,
): SubQuestion<RankedAspect>[] {
  return mapAspects(readings, (aspect) => ({
    ...aspect,
    ranking: aspect.evidence
      .map((found) => {
        const { preferred } = aspect.plan;
        const { fixedScore, bonuses } = adjustmentOf(found.paragraph, targets, preferred);
        const score = bonuses.reduce((sum, { amount }) => sum + amount, fixedScore ?? found.score);
        return { ...found, score };
      })
      .sort(byScore),
  }));
}

/** `preferred` is the id of the one document that the question names. */
export function adjustmentOf(
  paragraph: IndexedParagraph,
  { named, ofNamed, missing, leantOn, phrases }: QuestionTargets,
  preferred: string | undefined,
): Adjustment {
  const bonuses: Bonus[] = [];
  if (preferred === paragraph.document.id) {
    bonuses.push({ reason: 'named-document', amount: NAMED_DOCUMENT_BONUS });
  }
  if (named.has(paragraph) && !ofNamed) return { fixedScore: NAMED_PLACE_SCORE, bonuses };
  if (named.has(paragraph)) bonuses.push({ reason: 'named-place', amount: NAMED_PLACE_BONUS });
  if (missing.some(({ there }) => there?.closest.includes(paragraph))) {
    bonuses.push({ reason: 'closest-number', amount: CLOSEST_NUMBER_BONUS });
  }
  if (leantOn.has(paragraph)) bonuses.push({ reason: 'leant-on', amount: LEANT_ON_BONUS });
  if (phrases.some((phrase) => holdsPhrase(paragraph, phrase))) {
    bonuses.push({ reason: 'quoted-phrase', amount: PHRASE_BONUS });
  }
  return { fixedScore: undefined, bonuses };
}
