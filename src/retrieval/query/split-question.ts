import { MAX_SUB_QUESTIONS, MIN_SUB_QUESTION_WORDS, SUBORDINATING_LOOK_BACK } from '../settings.js';
import { retrievalRules } from './retrieval-rules.js';

const RULES = retrievalRules('subQuestions');

/**
 * The questions that a question is made of, in order; most have one. A part is split off only where
 * a conjunction or a mark stands before its question word, and where both sides are long enough to
 * be questions.
 *
 * @param minWords words of the shortest part
 */
export function splitQuestion(
  question: string,
  { minWords = MIN_SUB_QUESTION_WORDS }: { readonly minWords?: number } = {},
): string[] {
  const text = question.replace(/\s+/gu, ' ').trim();
  const cuts = cutsIn(text);
  if (cuts.length >= MAX_SUB_QUESTIONS) return [question];
  const parts: string[] = [];
  let start = 0;
  for (const end of [...cuts, text.length]) {
    const part = bare(text.slice(start, end));
    if (part.split(' ').length < minWords) return [question];
    if (RULES.some(({ frame }) => frame.test(part))) return [question];
    parts.push(part);
    start = end;
  }
  return parts.length === 1 ? [question] : parts;
}

/** Where one question ends and another begins, ascending. */
function cutsIn(text: string): number[] {
  const cuts = RULES.flatMap(({ nextQuestion }) => [...text.matchAll(nextQuestion)])
    .filter((match) => {
      // A blank alone before the question word joins nothing: "the city which …".
      const joined = match[0].trim() !== '';
      const before = text.slice(Math.max(0, match.index - SUBORDINATING_LOOK_BACK), match.index);
      return (
        joined && before !== '' && !RULES.some(({ subordinating }) => subordinating.test(before))
      );
    })
    .map(({ index }) => index);
  return [...new Set(cuts)].sort((a, b) => a - b);
}

/** Without the marks and the conjunction that tie it to the part before. */
function bare(part: string): string {
  return RULES.reduce(
    (rest, { openingConjunction }) => rest.replace(openingConjunction, ''),
    part.replace(/^[ ,;?]+/u, ''),
  );
}
