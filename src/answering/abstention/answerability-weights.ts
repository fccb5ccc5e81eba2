import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.9483,
    weights: {
      lexical: 0,
      partSimilarity: 0.0811,
      coverage: 2.5833,
      unknown: -3.9851,
      missingNames: -1.0896,
      'missing-date': -3.6007,
      'missing-frequency': 0,
      'missing-number': -2.2598,
      'missing-name': -1.1991,
      formSimilarity: 2.9666,
      asksToAct: -2.9537,
      asksForRankOrPresent: -1.5096,
      'asks-how-many': -0.6841,
      'asks-why': -0.9887,
      'asks-how': 0.5831,
      'asks-yes-no': 1.1202,
    },
    minProbability: 0.4803,
  },
  plain: {
    intercept: -2.0047,
    weights: {
      lexical: 0,
      partSimilarity: 6.0837,
      coverage: 1.091,
      unknown: -0.2385,
      missingNames: -0.5799,
      'missing-date': -4.5495,
      'missing-frequency': -5.0082,
      'missing-number': -3.2954,
      'missing-name': -1.3378,
      formSimilarity: 0,
      asksToAct: -1.9351,
      asksForRankOrPresent: -1.0185,
      'asks-how-many': 0,
      'asks-why': 0,
      'asks-how': 0,
      'asks-yes-no': 0,
    },
    minProbability: 0.2981,
  },
};
