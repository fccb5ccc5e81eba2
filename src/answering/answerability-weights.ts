import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'expanded' | 'plain', AnswerabilityModel>> = {
  expanded: {
    intercept: -0.1793,
    weights: {
      score: -2.1813,
      lead: -5.4514,
      lexical: -0.5857,
      partSimilarity: 1.2638,
      coverage: 3.809,
      unknown: -3.7245,
      missingNames: -0.8474,
      missingKind: -1.0285,
      formSimilarity: 1.7433,
      formGap: -0.137,
      'asks-when': -0.3088,
      'asks-how-many': -1.2677,
      'asks-who': -0.2871,
      'asks-where': -0.469,
      'asks-why': -0.9761,
      'asks-how': 0.8869,
      'asks-yes-no': 1.709
    },
    minProbability: 0.3916
  },
  plain: {
    intercept: 1.7706,
    weights: {
      score: 0.2371,
      lead: -3.7299,
      lexical: 0.2483,
      partSimilarity: 1.2546,
      coverage: -0.7695,
      unknown: -1.8122,
      missingNames: -0.7266,
      missingKind: -1.2262,
      formSimilarity: 0,
      formGap: 0,
      'asks-when': -0.0636,
      'asks-how-many': -1.3242,
      'asks-who': -0.3062,
      'asks-where': -0.4791,
      'asks-why': -1.2464,
      'asks-how': 0.6598,
      'asks-yes-no': 1.8742
    },
    minProbability: 0.4638
  }
};
