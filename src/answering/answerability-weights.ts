import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.983,
    weights: {
      lexical: 0,
      partSimilarity: 0,
      coverage: 2.5914,
      unknown: -3.9815,
      missingNames: -1.0682,
      'missing-date': -3.1261,
      'missing-frequency': 0,
      'missing-number': -1.9881,
      'missing-name': -1.077,
      formSimilarity: 3.1018,
      asksToAct: -2.9464,
      asksForRankOrPresent: -1.4821,
      'asks-how-many': -0.776,
      'asks-why': -0.9488,
      'asks-how': 0.6089,
      'asks-yes-no': 1.1251
    },
    minProbability: 0.7041
  },
  plain: {
    intercept: 1.0049,
    weights: {
      lexical: 0,
      partSimilarity: 3.1367,
      coverage: 0,
      unknown: -1.0713,
      missingNames: -0.6323,
      'missing-date': -2.1586,
      'missing-frequency': 0,
      'missing-number': -2.9349,
      'missing-name': -1.1277,
      formSimilarity: 0,
      asksToAct: -3.3459,
      asksForRankOrPresent: -1.3923,
      'asks-how-many': 0,
      'asks-why': 0,
      'asks-how': 0,
      'asks-yes-no': 0
    },
    minProbability: 0.6238
  }
};
