import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -1.3594,
    weights: {
      score: 0,
      lead: -6.878,
      lexical: 0,
      partSimilarity: 1.6582,
      coverage: 3.1842,
      unknown: -3.8254,
      missingNames: -0.9657,
      missingKind: -0.8127,
      formSimilarity: 2.3809,
      formGap: 0,
      'asks-when': -0.3855,
      'asks-how-many': -1.161,
      'asks-who': -0.1172,
      'asks-where': -0.281,
      'asks-why': -0.7043,
      'asks-how': 0.6826,
      'asks-yes-no': 1.8164
    },
    minProbability: 0.2855
  },
  plain: {
    intercept: 0.8892,
    weights: {
      score: 0,
      lead: -5.6034,
      lexical: 0,
      partSimilarity: 3.5138,
      coverage: 0,
      unknown: -1.5036,
      missingNames: -0.8297,
      missingKind: -1.8626,
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
    minProbability: 0.4675
  }
};
