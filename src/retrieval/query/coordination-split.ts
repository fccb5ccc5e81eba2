import type { Evidence } from '../search/evidence.js';

/**
 * "… the programme and the plan …", "… of the Forum and of research centres …": what follows is a
 * thing of its own.
 */
const SECOND_THING =
  /,? and (?=(?:about|against|at|between|by|for|from|in|of|on|over|to|towards?|under|with|the|an?|one|its|their|what|how) )/giu;
const MIN_WORDS = 2;
/** Places to try; each takes two searches. */
const MAX_SPLITS = 3;
/** Paragraphs found for the whole question among which those of its halves are sought. */
const CONSIDERED = 6;
/**
 * How much better two paragraphs must suit the halves than any one paragraph suits both, as a share
 * of the latter.
 */
const MIN_GAIN = 0.02;
/** How good the weaker of the two must be for the whole question, beside the stronger. */
const MIN_SHARE = 0.6;

/** Where a question about two things may be cut in two; none for most questions. */
export function halvesOf(question: string): (readonly [string, string])[] {
  const longEnough = (half: string): boolean => half.trim().split(/\s+/u).length >= MIN_WORDS;
  return [...question.matchAll(SECOND_THING)]
    .map(
      (match) =>
        [
          question.slice(0, match.index).trim(),
          question.slice(match.index + match[0].length).trim(),
        ] as const,
    )
    .filter((halves) => halves.every(longEnough))
    .slice(0, MAX_SPLITS);
}

type Scores = ReadonlyMap<number, Pick<Evidence, 'score'>>;

/**
 * How much better two paragraphs answer the halves of a question than any one answers both; 0 where
 * one does, or where either of the two bears little on the whole. `whole` is what the whole
 * question found, best first.
 */
export function gainOfSplitting(
  whole: readonly Evidence[],
  [first, second]: readonly [Scores, Scores],
): number {
  const considered = whole.slice(0, CONSIDERED).map(({ paragraph: { number }, score }) => ({
    number,
    score,
    first: first.get(number)?.score ?? 0,
    second: second.get(number)?.score ?? 0,
  }));
  const [best] = considered;
  if (best === undefined) return 0;
  const a = considered.reduce((most, found) => (found.first > most.first ? found : most), best);
  const b = considered.reduce((most, found) => (found.second > most.second ? found : most), best);
  const together = Math.max(...considered.map((found) => found.first + found.second));
  if (
    a === b ||
    together === 0 ||
    Math.min(a.score, b.score) < MIN_SHARE * Math.max(a.score, b.score)
  ) {
    return 0;
  }
  const gain = (a.first + b.second - together) / together;
  return gain >= MIN_GAIN ? gain : 0;
}
