import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'read' | 'unread', AnswerabilityModel>> = {
  read: { intercept: 0, weights: {}, minProbability: 0, minUnsureProbability: 0 },
  unread: { intercept: 0, weights: {}, minProbability: 0, minUnsureProbability: 0 },
};
