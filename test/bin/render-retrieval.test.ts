import { expect, it } from 'vitest';
import { renderRetrieval } from '../../src/bin/render-retrieval.js';
import { RETRIEVAL_TRACE } from './a-retrieval-trace.js';

it('says what a question was made into, what each search found and what put it in order', () => {
  expect(renderRetrieval(RETRIEVAL_TRACE)).toEqual([
    {
      title: 'Query',
      lines: [
        'asked         And whenn in paragraph 2?',
        'spelling      whenn → when',
        'leans on      Were nets laid?',
        'names         paragraph 2',
        'standing at   pact 2(a)',
        'question      And when in paragraph 2?',
        'searched for  Were nets laid? And when in paragraph 2?',
      ],
    },
    {
      title: 'Searches',
      lines: [
        '1. “And when in paragraph 2?”',
        '   terms paragraph; 12 paragraphs',
        '   paragraph  score  lexical  similarity  reading',
        '   pact 10    0.500    0.500       0.250    0.750',
        '2. “Були сітки?”',
        '   terms none; within pact; no word that the embedding model knows; 0 paragraphs',
      ],
    },
    {
      title: 'Fusion',
      lines: [
        'score = 0.3 similarity + 0.4 lexical + 0.3 reading',
        'aspect = 1 × search 1 (own) + 0.5 × search 2 (earlier-questions); names pact',
        '   paragraph  score  fused  lexical  similarity  reading  reranked by',
        '   pact 2(a)  2.050  0.100    0.500       0.250    0.750  named by its number: 2.000',
        '   pact 10    0.550  0.500    0.500       0.250    0.750  named-document +0.05',
        'chosen: pact 2(a) (2.050), pact 10 (0.550)',
      ],
    },
  ]);
});

it('says which reading of a question was taken', () => {
  const [subQuestion] = RETRIEVAL_TRACE.subQuestions;
  if (subQuestion === undefined) throw new Error('the trace has one');
  const half = { ...subQuestion.whole, texts: subQuestion.whole.texts.slice(0, 1) };
  const split = { ...subQuestion, splits: [[half, half]] as const, gains: [0.125], split: 0 };
  const [, , fusion] = renderRetrieval({ ...RETRIEVAL_TRACE, subQuestions: [split] });
  expect(fusion?.lines).toContain('split 1 gains 0.125: taken');
  expect(fusion?.lines.filter((line) => line.startsWith('aspect = '))).toHaveLength(3);
});
