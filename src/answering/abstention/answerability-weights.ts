import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'read' | 'unread', AnswerabilityModel>> = {
  read: {
    intercept: -1.3943,
    weights: {
      reading: 6.3342,
      secondReading: 4.2537,
      similarity: 1.9132,
      closeness: -1.8664,
      questionSimilarity: -6.6154,
      lexical: -0.1242,
      'missing-date': -2.6358,
      'missing-number': -2.8693,
      formSimilarity: 2.4551,
      asksToAct: -2.5841,
      asksForRankOrPresent: -1.3853,
      'asks-how-many': -0.364,
      'asks-why': -1.5639,
      'asks-how': 0.3316,
      'asks-yes-no': 0.7422,
      'reading × reading': -1.6799,
      'reading × secondReading': -0.0621,
      'reading × similarity': 1.1864,
      'reading × closeness': -1.6519,
      'reading × questionSimilarity': -2.5956,
      'reading × lexical': 0.4574,
      'secondReading × secondReading': -1.2944,
      'secondReading × similarity': 2.0211,
      'secondReading × closeness': -5.0306,
      'secondReading × questionSimilarity': -2.7159,
      'secondReading × lexical': 1.2249,
      'similarity × similarity': -2.1824,
      'similarity × closeness': 3.4903,
      'similarity × questionSimilarity': -3.0329,
      'similarity × lexical': -1.3004,
      'closeness × closeness': 6.8299,
      'closeness × questionSimilarity': 8.6167,
      'closeness × lexical': -13.427,
      'questionSimilarity × questionSimilarity': 3.3139,
      'questionSimilarity × lexical': 8.8742,
      'lexical × lexical': -2.1289
    },
    minProbability: 0.4317,
    minUnsureProbability: 0.2099
  },
  unread: {
    intercept: -0.289,
    weights: {
      similarity: 4.0288,
      closeness: 7.2038,
      questionSimilarity: -8.6113,
      'similarity × similarity': -7.2751,
      'similarity × questionSimilarity': 3.4037,
      'questionSimilarity × questionSimilarity': 6.2611
    },
    minProbability: 0.1908,
    minUnsureProbability: 0.1379
  }
};
