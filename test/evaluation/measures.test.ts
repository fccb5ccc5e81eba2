import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURE_NAMES, MEASURES, type MeasureName } from '../../evaluation/measures.js';
import type { Outcome } from '../../evaluation/outcome.js';
import { anObservation, anOutcome, anUnanswerable, aRefusal, aReply } from './an-outcome.js';

/** Right; found third and half answered; refused; refused rightly; answered wrongly. */
const OUTCOMES: readonly Outcome[] = [
  anOutcome(),
  anOutcome({
    observation: anObservation({ confidence: 0.7, searchMs: 3 }),
    ranking: {
      firstRank: 3,
      completeRank: 6,
      relevance: [false, false, true, false, false, true],
      relevantCount: 2,
    },
    answer: {
      correct: false,
      citationHit: true,
      citations: 3,
      goldCitations: 1,
      citedQuotes: 1,
      neededQuotes: 2,
      sentences: 4,
      citedSentences: 3,
      words: 41,
    },
    unguardedCorrect: false,
  }),
  aRefusal({
    ranking: { firstRank: Infinity, completeRank: Infinity, relevance: [false], relevantCount: 1 },
  }),
  anUnanswerable(),
  anUnanswerable(aReply('Yes. [1]'), {
    integrity: { danglingMarkers: 1, unusedCitations: 0, inventedQuotes: 0 },
  }),
];
const figure = (name: MeasureName): number | undefined => MEASURES[name].of(OUTCOMES);

describe('figures computed by hand', () => {
  test.each<[MeasureName, number]>([
    ['questions', 5],
    ['hitAt1', 1 / 3],
    ['hitAt5', 1 / 3],
    ['hitAt10', 2 / 3],
    ['recallAt10', 2 / 3],
    // (1 + 1/3 + 0) / 3
    ['mrrAt10', 4 / 9],
    // second: (1/log2(4) + 1/log2(7)) / (1 + 1/log2(3)) = 0.85621 / 1.63093 = 0.52498
    ['ndcgAt10', 1.52498 / 3],
    ['correct', 1 / 3],
    ['citationHit', 2 / 3],
    // (1 + 1) / (1 + 3)
    ['citationPrecision', 1 / 2],
    // (1 + 1) / (1 + 2)
    ['citationRecall', 2 / 3],
    // (1 + 3) / (1 + 4)
    ['citedSentences', 4 / 5],
    ['wrongRefusal', 1 / 3],
    ['refusal', 1 / 2],
    // risks 0, 1/2, 3/4 (two at once), 3/5 at coverages 1/5, 2/5, 4/5, 1
    ['riskArea', 0.5 / 5 + (0.75 * 2) / 5 + 0.6 / 5],
    ['medianWords', 41],
    ['searchMsP50', 1],
    ['searchMsP95', 3],
    ['danglingMarkers', 1],
    ['unusedCitations', 0],
    ['inventedQuotes', 0],
  ])('%s', (name, expected) => {
    expect(figure(name)).toBeCloseTo(expected, 5);
  });

  test('nothing is said of what was not asked', () => {
    const unanswerable = OUTCOMES.filter(({ question }) => !question.answerable);
    expect(MEASURES.hitAt1.of(unanswerable)).toBeUndefined();
    expect(MEASURES.correct.of(unanswerable)).toBeUndefined();
    expect(MEASURES.citationPrecision.of(unanswerable)).toBeUndefined();
    expect(MEASURES.refusal.of(OUTCOMES.slice(0, 3))).toBeUndefined();
  });
});

const part = (of: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: of });
const rank = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constant(Infinity));
const ranking = fc
  .tuple(rank, rank, fc.array(fc.boolean(), { maxLength: 10 }), part(3))
  .map(([a, b, relevance, missing]) => ({
    firstRank: Math.min(a, b),
    completeRank: Math.max(a, b),
    relevance,
    relevantCount: relevance.filter(Boolean).length + missing,
  }));
const answer = fc
  .record({
    citations: fc.integer({ min: 1, max: 4 }),
    neededQuotes: fc.integer({ min: 1, max: 3 }),
    sentences: fc.integer({ min: 1, max: 5 }),
    correct: fc.boolean(),
    citationHit: fc.boolean(),
    words: part(90),
  })
  .chain((some) =>
    fc
      .record({
        goldCitations: part(some.citations),
        citedQuotes: part(some.neededQuotes),
        citedSentences: part(some.sentences),
      })
      .map((counts) => ({ ...some, ...counts })),
  );
const confidence = fc.integer({ min: 0, max: 16 }).map((value) => value / 16);
const outcome = fc.oneof(
  fc.record({ ranking, answer, confidence }).map(({ confidence: sure, ...rest }) =>
    anOutcome({
      ...rest,
      observation: anObservation({ confidence: sure }),
      unguardedCorrect: rest.answer.correct,
    }),
  ),
  fc.record({ ranking, unguardedCorrect: fc.boolean() }).map((rest) => aRefusal(rest)),
  fc.boolean().map((answered) => anUnanswerable(aReply(answered ? 'Yes. [1]' : ''))),
);
const outcomes = fc.array(outcome, { maxLength: 25 });

describe('for any outcomes', () => {
  test('every share lies in 0 to 1', () => {
    fc.assert(
      fc.property(outcomes, (some) => {
        for (const name of MEASURE_NAMES.filter((each) => MEASURES[each].unit === 'share')) {
          const value = MEASURES[name].of(some) ?? 0;
          expect(value, name).toBeGreaterThanOrEqual(0);
          expect(value, name).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test('the order of the questions does not matter', () => {
    fc.assert(
      fc.property(
        outcomes.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([some, shuffled]) => {
          for (const name of MEASURE_NAMES) {
            expect(MEASURES[name].of(shuffled) ?? -1, name).toBeCloseTo(
              MEASURES[name].of(some) ?? -1,
              10,
            );
          }
        },
      ),
    );
  });

  test('looking further down never finds less', () => {
    fc.assert(
      fc.property(outcomes, (some) => {
        expect(MEASURES.hitAt5.of(some) ?? 0).toBeLessThanOrEqual(MEASURES.hitAt10.of(some) ?? 0);
        expect(MEASURES.hitAt1.of(some) ?? 0).toBeLessThanOrEqual(
          (MEASURES.mrrAt10.of(some) ?? 0) + 1e-12,
        );
      }),
    );
  });
});
