import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaUnderRiskCoverage, riskCoverage } from '../../../evaluation/metrics/risk-coverage.js';

const ANSWERS = [
  { confidence: 0.8, right: false },
  { confidence: 0.9, right: true },
  { confidence: 0.5, right: false },
  { confidence: 0.8, right: true },
];

test('the curve goes from the surest answer to all; equally sure ones are given together', () => {
  expect(riskCoverage(ANSWERS)).toEqual([
    { confidence: 0.9, coverage: 0.25, risk: 0 },
    { confidence: 0.8, coverage: 0.75, risk: 1 / 3 },
    { confidence: 0.5, coverage: 1, risk: 0.5 },
  ]);
});

test('the area is the mean risk over coverages', () => {
  // 0.25 · 0 + 0.5 · 1/3 + 0.25 · 1/2
  expect(areaUnderRiskCoverage(riskCoverage(ANSWERS))).toBeCloseTo(7 / 24, 12);
  expect(areaUnderRiskCoverage([])).toBeUndefined();
});

const answers = fc.array(
  fc.record({
    confidence: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
    right: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

test('coverage grows to 1, risk lies in 0 to 1, and the last risk is the share of wrong answers', () => {
  fc.assert(
    fc.property(answers, (some) => {
      const points = riskCoverage(some);
      points.forEach(({ coverage, risk, confidence }, i) => {
        expect(coverage).toBeGreaterThan(points[i - 1]?.coverage ?? 0);
        expect(confidence).toBeLessThan(points[i - 1]?.confidence ?? Infinity);
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(risk).toBeLessThanOrEqual(1);
      });
      expect(points.at(-1)).toMatchObject({
        coverage: 1,
        risk: some.filter(({ right }) => !right).length / some.length,
      });
    }),
  );
});

test('the order of the answers does not matter', () => {
  fc.assert(
    fc.property(
      answers.chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      ),
      ([some, shuffled]) => {
        expect(riskCoverage(shuffled)).toEqual(riskCoverage(some));
      },
    ),
  );
});
