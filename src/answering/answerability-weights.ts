import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.5764,
    weights: {
      score: -4.543,
      lead: -6.0384,
      lexical: -0.1553,
      partSimilarity: 3.6423,
      coverage: 4.1917,
      unknown: -3.7409,
      missingNames: -0.6542,
      missingKind: -0.8086,
      formSimilarity: 1.214,
      formGap: -0.4739,
      'asks-when': -0.5299,
      'asks-how-many': -1.3092,
      'asks-who': -0.1957,
      'asks-where': -0.4541,
      'asks-why': -1.0486,
      'asks-how': 0.8768,
      'asks-yes-no': 1.6936
    },
    minProbability: 0.3744
  },
  plain: {
    intercept: 1.7256,
    weights: {
      score: -0.1791,
      lead: -3.869,
      lexical: 0.5723,
      partSimilarity: 1.2665,
      coverage: -0.6315,
      unknown: -1.7949,
      missingNames: -0.7496,
      missingKind: -1.3356,
      formSimilarity: 0,
      formGap: 0,
      'asks-when': -0.0781,
      'asks-how-many': -1.2769,
      'asks-who': -0.2175,
      'asks-where': -0.475,
      'asks-why': -1.2602,
      'asks-how': 0.6772,
      'asks-yes-no': 1.8984
    },
    minProbability: 0.3124
  }
};
