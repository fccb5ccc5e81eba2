import { MAX_COORDINATION_SPLITS, MIN_HALF_WORDS } from '../settings.js';
import { retrievalRules } from './retrieval-rules.js';

const COORDINATIONS = retrievalRules('subQuestions').map(({ coordination }) => coordination);

/**
 * Where a question about two things ("the programme and the plan") may be split in two; none for
 * most questions. Whether it is one is seen from what the halves find.
 */
export function coordinationSplits(question: string): (readonly [string, string])[] {
  const longEnough = (half: string): boolean => half.trim().split(/\s+/u).length >= MIN_HALF_WORDS;
  return COORDINATIONS.flatMap((coordination) => [...question.matchAll(coordination)])
    .map(
      (match) =>
        [
          question.slice(0, match.index).trim(),
          question.slice(match.index + match[0].length).trim(),
        ] as const,
    )
    .filter((halves) => halves.every(longEnough))
    .slice(0, MAX_COORDINATION_SPLITS);
}
