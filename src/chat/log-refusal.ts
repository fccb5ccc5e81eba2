import { oneLine } from '../documents/one-line.js';
import type { Log } from '../ports/log.js';
import type { AnswerTrace } from './answer-trace.js';

/** Of a question in the log; longer ones are cut. */
const MAX_QUESTION_CHARACTERS = 120;
/** Digits of probabilities and contributions: more say nothing. */
const DIGITS = 3;
/** Features that are named, the weightiest first. */
const NAMED_FEATURES = 3;

export interface Refusal extends Pick<AnswerTrace, 'decision' | 'verdict'> {
  readonly question: string;
}

/** Tells the operator why a question was not answered, on one line. */
export function logRefusal(log: Log, { question, decision, verdict }: Refusal): void {
  const against = decision.features
    .filter(({ contribution }) => contribution < 0)
    .toSorted((a, b) => a.contribution - b.contribution)
    .slice(0, NAMED_FEATURES)
    .map(({ name, contribution }) => `${name} ${contribution.toFixed(DIGITS)}`);
  log.debug('A question was not answered.', {
    reason: verdict.reason,
    question: oneLine(question, MAX_QUESTION_CHARACTERS),
    probability: Number(decision.probability.toFixed(DIGITS)),
    minProbability: decision.minProbability,
    ...(against.length === 0 ? {} : { against: against.join(', ') }),
  });
}
