import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.5308,
    weights: {
      score: 0,
      lead: 0,
      lexical: 0,
      partSimilarity: 0,
      coverage: 1.6723,
      unknown: -4.3153,
      missingNames: -1.0791,
      missingKind: -0.8736,
      formSimilarity: 2.5635,
      formGap: 0,
      'asks-when': -0.1997,
      'asks-how-many': -1.0418,
      'asks-who': -0.0339,
      'asks-where': -0.0538,
      'asks-why': -0.6262,
      'asks-how': 0.797,
      'asks-yes-no': 1.8315
    },
    minProbability: 0.3437
  },
  plain: {
    intercept: 0.8991,
    weights: {
      score: 0,
      lead: 0,
      lexical: 0,
      partSimilarity: 1.7908,
      coverage: 0,
      unknown: -1.2651,
      missingNames: -0.864,
      missingKind: -1.7898,
      formSimilarity: 0,
      formGap: 0,
      'asks-when': 0,
      'asks-how-many': 0,
      'asks-who': 0,
      'asks-where': 0,
      'asks-why': 0,
      'asks-how': 0,
      'asks-yes-no': 0
    },
    minProbability: 0.481
  }
};
