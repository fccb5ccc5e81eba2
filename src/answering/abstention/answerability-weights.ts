import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.9247,
    weights: {
      lexical: 0,
      partSimilarity: 0,
      coverage: 2.5685,
      unknown: -4.0262,
      missingNames: -1.0843,
      'missing-date': -3.4576,
      'missing-frequency': 0,
      'missing-number': -2.2178,
      'missing-name': -1.0968,
      formSimilarity: 3.039,
      asksToAct: -2.9695,
      asksForRankOrPresent: -1.4905,
      'asks-how-many': -0.6356,
      'asks-why': -0.9761,
      'asks-how': 0.5865,
      'asks-yes-no': 1.1132
    },
    minProbability: 0.4918
  },
  plain: {
    intercept: 1.0712,
    weights: {
      lexical: 0,
      partSimilarity: 3.0723,
      coverage: 0,
      unknown: -1.1269,
      missingNames: -0.6411,
      'missing-date': -2.1847,
      'missing-frequency': 0,
      'missing-number': -3.1314,
      'missing-name': -1.2744,
      formSimilarity: 0,
      asksToAct: -3.4041,
      asksForRankOrPresent: -1.3909,
      'asks-how-many': 0,
      'asks-why': 0,
      'asks-how': 0,
      'asks-yes-no': 0
    },
    minProbability: 0.6281
  }
};
