import { expect, test } from 'vitest';
import { isFailure, summarize } from '../../evaluation/report.js';
import {
  anObservation,
  anOutcome,
  anUnanswerable,
  aQuestion,
  aRefusal,
  aReply,
} from './an-outcome.js';

const SETTING = {
  questionFile: 'set.jsonl',
  embeddingModel: 'model',
  documents: ['a'],
  madeAt: '2026-01-02T03:04:05.000Z',
};
const wrong = anOutcome({
  question: aQuestion({ kind: 'list' }),
  observation: anObservation({ confidence: 0.7 }),
  ranking: {
    firstRank: 2,
    completeRank: 4,
    relevance: [false, true, false, true],
    relevantCount: 2,
  },
  answer: {
    correct: false,
    citationHit: true,
    citations: 1,
    goldCitations: 1,
    citedQuotes: 1,
    neededQuotes: 2,
    sentences: 1,
    citedSentences: 1,
    words: 9,
  },
  unguardedCorrect: false,
});
const OUTCOMES = [anOutcome(), wrong, aRefusal(), anUnanswerable()];

test('figures over all and by kind, in the order in which the kinds occur, answerable ones first', () => {
  const { all, byKind } = summarize([anUnanswerable(), ...OUTCOMES.slice(0, 3)], SETTING);
  expect(all).toMatchObject({
    questions: 4,
    hitAt1: 2 / 3,
    correct: 1 / 3,
    wrongRefusal: 1 / 3,
    refusal: 1,
  });
  expect(byKind.map(({ kind, figures }) => [kind, figures.questions])).toEqual([
    ['factoid', 2],
    ['list', 1],
    ['adversarial', 1],
  ]);
  expect(byKind[2]?.figures).not.toHaveProperty('hitAt1');
});

test('intervals hold their figure', () => {
  const { all, intervals } = summarize(OUTCOMES, SETTING);
  expect(intervals.questions).toBeUndefined();
  for (const name of ['hitAt1', 'correct', 'riskArea'] as const) {
    expect(intervals[name]?.low).toBeLessThanOrEqual(all[name] ?? -1);
    expect(intervals[name]?.high).toBeGreaterThanOrEqual(all[name] ?? 2);
  }
});

test('the hit curve tells the first right paragraph from all that are needed', () => {
  const { hitCurve } = summarize(OUTCOMES, SETTING);
  expect(hitCurve).toHaveLength(10);
  expect(hitCurve[0]).toEqual({ k: 1, first: 2 / 3, complete: 2 / 3 });
  expect(hitCurve[1]).toEqual({ k: 2, first: 1, complete: 2 / 3 });
  expect(hitCurve[3]).toEqual({ k: 4, first: 1, complete: 1 });
  expect(summarize([anUnanswerable()], SETTING).hitCurve).toEqual([]);
});

test('the operating point is what was answered in fact', () => {
  expect(summarize(OUTCOMES, SETTING).operatingPoint).toEqual({ coverage: 0.5, risk: 0.5 });
  expect(summarize([aRefusal()], SETTING)).not.toHaveProperty('operatingPoint');
});

test('a failure is a wrong answer, a wrong citation, a wrong refusal, or an answer where there is none', () => {
  expect(OUTCOMES.map(isFailure)).toEqual([false, true, true, false]);
  expect(isFailure(anUnanswerable(aReply('Yes. [1]')))).toBe(true);
  expect(
    isFailure(
      anOutcome({
        answer: {
          correct: true,
          citationHit: false,
          citations: 1,
          goldCitations: 0,
          citedQuotes: 0,
          neededQuotes: 1,
          sentences: 1,
          citedSentences: 1,
          words: 3,
        },
      }),
    ),
  ).toBe(true);
});
