import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.5201,
    weights: {
      score: -1.0833,
      lead: -6.3054,
      lexical: -1.1097,
      partSimilarity: 1.1407,
      coverage: 3.8828,
      unknown: -3.4257,
      missingNames: -0.9088,
      missingKind: -1.0131,
      formSimilarity: 2.5044,
      formGap: 0.3666,
      'asks-when': -0.3713,
      'asks-how-many': -1.2165,
      'asks-who': -0.2457,
      'asks-where': -0.44,
      'asks-why': -0.9826,
      'asks-how': 0.8517,
      'asks-yes-no': 1.6543
    },
    minProbability: 0.3573
  },
  plain: {
    intercept: 1.4739,
    weights: {
      score: 1.077,
      lead: -4.7129,
      lexical: -0.8584,
      partSimilarity: 1.3072,
      coverage: 0.1316,
      unknown: -1.5558,
      missingNames: -0.7181,
      missingKind: -1.2219,
      formSimilarity: 0,
      formGap: 0,
      'asks-when': -0.0349,
      'asks-how-many': -1.3206,
      'asks-who': -0.3121,
      'asks-where': -0.4802,
      'asks-why': -1.2225,
      'asks-how': 0.6303,
      'asks-yes-no': 1.8731
    },
    minProbability: 0.4718
  }
};
