import type { AnswerabilityModel } from './answerability-model.js';

/** Written by training/answerability/fit.ts; do not edit by hand. */
export const ANSWERABILITY_MODELS: Readonly<Record<'read' | 'unread', AnswerabilityModel>> = {
  read: {
    intercept: -5.3005,
    weights: {
      reading: 7.3457,
      secondReading: 1.0564,
      similarity: 5.9393,
      closeness: 6.5351,
      questionSimilarity: -2.8315,
      lexical: 1.8148,
      'missing-date': -2.1557,
      'missing-number': -2.4841,
      formSimilarity: 2.4327,
      asksToAct: -2.8391,
      asksForRankOrPresent: -1.1923,
      'asks-how-many': -0.0931,
      'asks-why': -1.2275,
      'asks-how': -0.2981,
      'asks-yes-no': 0.9396,
      'reading × reading': -0.5058,
      'reading × secondReading': 1.7618,
      'reading × similarity': 0.309,
      'reading × closeness': -4.0917,
      'reading × questionSimilarity': -2.6131,
      'reading × lexical': -0.6377,
      'secondReading × secondReading': -1.4619,
      'secondReading × similarity': 2.4126,
      'secondReading × closeness': -3.3305,
      'secondReading × questionSimilarity': -2.7101,
      'secondReading × lexical': 3.8755,
      'similarity × similarity': -3.7885,
      'similarity × closeness': 0.8906,
      'similarity × questionSimilarity': -3.444,
      'similarity × lexical': -2.0616,
      'closeness × closeness': 2.5148,
      'closeness × questionSimilarity': 4.8813,
      'closeness × lexical': -14.2576,
      'questionSimilarity × questionSimilarity': 1.9318,
      'questionSimilarity × lexical': 6.7512,
      'lexical × lexical': -1.5337
    },
    minProbability: 0.2105,
    minUnsureProbability: 0.0732
  },
  unread: {
    intercept: -2.1546,
    weights: {
      similarity: 7.8743,
      closeness: 8.0844,
      questionSimilarity: -6.4804,
      'similarity × similarity': -8.4758,
      'similarity × questionSimilarity': 0.5398,
      'questionSimilarity × questionSimilarity': 5.7795
    },
    minProbability: 0.1848,
    minUnsureProbability: 0.129
  }
};
