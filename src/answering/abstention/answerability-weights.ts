import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.9273,
    weights: {
      lexical: 0,
      partSimilarity: 0.0368,
      coverage: 2.5646,
      unknown: -4.0217,
      missingNames: -1.0908,
      'missing-date': -3.6245,
      'missing-frequency': 0,
      'missing-number': -2.2533,
      'missing-name': -1.2008,
      formSimilarity: 3.0132,
      asksToAct: -2.9625,
      asksForRankOrPresent: -1.4865,
      'asks-how-many': -0.6831,
      'asks-why': -0.9831,
      'asks-how': 0.5824,
      'asks-yes-no': 1.1119
    },
    minProbability: 0.4944
  },
  plain: {
    intercept: -1.9871,
    weights: {
      lexical: 0,
      partSimilarity: 6.0285,
      coverage: 1.0988,
      unknown: -0.2517,
      missingNames: -0.5699,
      'missing-date': -4.5249,
      'missing-frequency': -5.0006,
      'missing-number': -3.2892,
      'missing-name': -1.3326,
      formSimilarity: 0,
      asksToAct: -1.9353,
      asksForRankOrPresent: -1.0166,
      'asks-how-many': 0,
      'asks-why': 0,
      'asks-how': 0,
      'asks-yes-no': 0
    },
    minProbability: 0.297
  }
};
