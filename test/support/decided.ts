import type { AnswerDecision } from '../../src/answering/abstention/answer-decision.js';

/** A decision that is made elsewhere than by the fitted rule. */
export function decided(answerable: boolean): AnswerDecision {
  const certain = {
    probability: Number(answerable),
    minProbability: 0.5,
    minUnsureProbability: 0.25,
    features: [],
  };
  return answerable
    ? { answerable, reason: 'probable', ...certain }
    : { answerable, reason: 'improbable', ...certain };
}
