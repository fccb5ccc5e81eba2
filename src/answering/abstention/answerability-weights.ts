import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<
  Record<'read' | 'unread' | 'foreign', AnswerabilityModel>
> = {
  read: {
    intercept: -4.3942,
    weights: {
      reading: 5.8977,
      secondReading: 4.0432,
      similarity: 7.1775,
      closeness: -4.0565,
      questionSimilarity: -1.9308,
      lexical: 1.3825,
      crowd: 1.7611,
      'missing-date': -2.5286,
      'missing-number': -2.7971,
      formSimilarity: 2.2154,
      asksToAct: -2.6819,
      asksForRankOrPresent: -1.2472,
      'asks-how-many': -0.0662,
      'asks-why': -1.4861,
      'asks-how': -0.3024,
      'asks-yes-no': 0.7254,
      'reading × reading': -1.0856,
      'reading × secondReading': 0.9401,
      'reading × similarity': 0.298,
      'reading × closeness': -0.0921,
      'reading × questionSimilarity': -2.8693,
      'reading × lexical': -0.2522,
      'reading × crowd': 1.2169,
      'secondReading × secondReading': -2.5614,
      'secondReading × similarity': 3.6694,
      'secondReading × closeness': -7.5226,
      'secondReading × questionSimilarity': -0.7459,
      'secondReading × lexical': 1.7394,
      'secondReading × crowd': -3.2099,
      'similarity × similarity': -2.446,
      'similarity × closeness': 1.3824,
      'similarity × questionSimilarity': -2.646,
      'similarity × lexical': -5.4643,
      'similarity × crowd': -4.1541,
      'closeness × closeness': 4.4292,
      'closeness × questionSimilarity': 4.5507,
      'closeness × lexical': -14.4963,
      'closeness × crowd': 16.4608,
      'questionSimilarity × questionSimilarity': 2.2257,
      'questionSimilarity × lexical': 4.9856,
      'questionSimilarity × crowd': -3.0639,
      'lexical × lexical': -2.6312,
      'lexical × crowd': 8.4326,
      'crowd × crowd': -4.0931
    },
    minProbability: 0.3749,
    minUnsureProbability: 0.1585
  },
  unread: {
    intercept: -6.7376,
    weights: {
      similarity: 16.5333,
      closeness: -8.745,
      lexical: 13.9651,
      questionSimilarity: -3.336,
      crowd: 4.3063,
      'similarity × similarity': -2.8112,
      'similarity × closeness': 2.4913,
      'similarity × lexical': -8.0244,
      'similarity × crowd': -16.1836,
      'closeness × closeness': 10.7917,
      'closeness × lexical': -10.456,
      'closeness × crowd': 19.1253,
      'closeness × questionSimilarity': 4.5081,
      'questionSimilarity × questionSimilarity': 1.991,
      'questionSimilarity × lexical': -0.8152,
      'lexical × lexical': -1.0354,
      'lexical × crowd': -4.3504
    },
    minProbability: 0.293,
    minUnsureProbability: 0.1256
  },
  foreign: {
    intercept: -2.0647,
    weights: {
      similarity: 10.8975,
      closeness: -1.7393,
      questionSimilarity: -2.8485,
      crowd: -3.0522,
      'similarity × similarity': -7.759,
      'similarity × questionSimilarity': -1.7656,
      'similarity × crowd': -2.2387,
      'closeness × crowd': 15.3835,
      'questionSimilarity × questionSimilarity': 4.3629
    },
    minProbability: 0.1816,
    minUnsureProbability: 0.1367
  }
};
