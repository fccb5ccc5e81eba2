import type {
  AnswerDecision,
  ReasonAgainst,
} from '../../src/answering/abstention/answer-decision.js';

const LIMITS = { minProbability: 0.5, minUnsureProbability: 0.25, features: [] };

/** A decision that is made elsewhere than by the fitted rule. */
export function decided(answerable: boolean): AnswerDecision {
  return answerable
    ? { answerable, reason: 'probable', probability: 1, ...LIMITS }
    : refused('improbable');
}

/** A decision against an answer, for a reason. */
export function refused(reason: ReasonAgainst): AnswerDecision {
  return { answerable: false, reason, probability: 0, ...LIMITS };
}
