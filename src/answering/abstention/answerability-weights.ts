import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'read' | 'unread', AnswerabilityModel>> = {
  read: {
    intercept: -1.5359,
    weights: {
      reading: 6.1443,
      secondReading: 3.723,
      similarity: 1.4322,
      questionSimilarity: -4.0741,
      lexical: 0.2978,
      'missing-date': -2.1377,
      'missing-number': -2.758,
      formSimilarity: 2.3551,
      asksToAct: -2.5558,
      asksForRankOrPresent: -1.3975,
      'asks-how-many': -0.3588,
      'asks-why': -1.409,
      'asks-how': 0.2087,
      'asks-yes-no': 0.769,
      'reading × reading': -1.4528,
      'reading × secondReading': -0.5849,
      'reading × similarity': 1.5807,
      'reading × questionSimilarity': -0.4414,
      'reading × lexical': -3.3158,
      'secondReading × secondReading': -1.4037,
      'secondReading × similarity': 3.0648,
      'secondReading × questionSimilarity': -3.5848,
      'secondReading × lexical': -0.0272,
      'similarity × similarity': 0.0971,
      'similarity × questionSimilarity': -0.2882,
      'similarity × lexical': -5.1043,
      'questionSimilarity × questionSimilarity': -1.2487,
      'questionSimilarity × lexical': 11.2616,
      'lexical × lexical': -3.0539
    },
    minProbability: 0.4228,
    minUnsureProbability: 0.239
  },
  unread: {
    intercept: 0.1464,
    weights: {
      similarity: 3.8415,
      questionSimilarity: -4.9868,
      'similarity × similarity': -3.5019,
      'similarity × questionSimilarity': 3.828,
      'questionSimilarity × questionSimilarity': 0.3452
    },
    minProbability: 0.2279,
    minUnsureProbability: 0.1305
  }
};
