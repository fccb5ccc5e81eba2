import type { AnswerDecision } from '../answering/abstention/answer-decision.js';

/**
 * Probability of an answer below which a question is plainly not about the texts. By hand, low: who
 * reads what was found tells better than features do, and a question that is kept from the reader
 * is refused for sure.
 */
const MIN_PROBABILITY = 0.05;

/** Whether a chat model is to read what was found, and say whether it answers. */
export function isWorthReading({ answerable, reason, probability }: AnswerDecision): boolean {
  return (
    answerable || reason === 'unsure' || (reason === 'improbable' && probability >= MIN_PROBABILITY)
  );
}
