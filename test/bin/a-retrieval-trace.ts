import type { RetrievalTrace } from '../../src/retrieval/trace.js';

const SIGNALS = { lexical: 0.5, similarity: 0.25, reading: 0.75 };

/** A question that leans, names a paragraph of one text and was read as one thing. */
export const RETRIEVAL_TRACE: RetrievalTrace = {
  plan: {
    asked: 'And whenn in paragraph 2?',
    corrections: [{ typed: 'whenn', meant: 'when' }],
    question: 'And when in paragraph 2?',
    context: { questions: ['Were nets laid?'] },
    query: 'Were nets laid? And when in paragraph 2?',
    references: ['paragraph 2'],
    named: [{ documentId: 'pact', paragraph: '2(a)' }],
    leantOn: [],
    phrases: [],
  },
  weights: { lexical: 0.4, similarity: 0.3, reading: 0.3 },
  searches: [
    {
      text: 'And when in paragraph 2?',
      terms: ['paragraph'],
      understood: true,
      found: 12,
      best: [{ documentId: 'pact', paragraph: '10', score: 0.5, ...SIGNALS }],
    },
    {
      text: 'Були сітки?',
      terms: [],
      understood: false,
      within: ['pact'],
      found: 0,
      best: [],
    },
  ],
  subQuestions: [
    {
      whole: {
        texts: [
          { role: 'own', text: 'And when in paragraph 2?', weight: 1, search: 0 },
          { role: 'earlier-questions', text: 'Були сітки?', weight: 0.5, search: 1 },
        ],
        preferred: 'pact',
        best: [
          {
            documentId: 'pact',
            paragraph: '2(a)',
            score: 2.05,
            fusedScore: 0.1,
            fixedScore: 2,
            bonuses: [],
            ...SIGNALS,
          },
          {
            documentId: 'pact',
            paragraph: '10',
            score: 0.55,
            fusedScore: 0.5,
            bonuses: [{ reason: 'named-document', amount: 0.05 }],
            ...SIGNALS,
          },
        ],
      },
      splits: [],
      gains: [],
    },
  ],
  chosen: [
    { documentId: 'pact', paragraph: '2(a)', score: 2.05 },
    { documentId: 'pact', paragraph: '10', score: 0.55 },
  ],
};
