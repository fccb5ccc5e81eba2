import { expect, test } from 'vitest';
import {
  fitLogisticRegression,
  type LogisticRegression,
  type Observation,
} from '../../training/answerability/logistic-regression.js';

const PENALTY = 1e-3;

/** Of every pair of features, as many of both sorts as a model of these weights makes likely. */
function observationsOf(intercept: number, weights: readonly [number, number]): Observation[] {
  return [-2, -1, 0, 1, 2].flatMap((a) =>
    [0, 5, 10].flatMap((b) => {
      const probability = 1 / (1 + Math.exp(-(intercept + weights[0] * a + weights[1] * b)));
      return [
        { features: [a, b], positive: true, weight: probability },
        { features: [a, b], positive: false, weight: 1 - probability },
      ];
    }),
  );
}

/** Log odds at a few places. */
function oddsOf({ intercept, weights }: LogisticRegression): number[] {
  return [
    [-2, 0],
    [0, 5],
    [2, 10],
  ].map(([a = 0, b = 0]) => {
    return intercept + (weights[0] ?? 0) * a + (weights[1] ?? 0) * b;
  });
}

test('what a model has made is found again, but for what the penalty holds back', () => {
  const { intercept, weights } = fitLogisticRegression(observationsOf(-1, [0.8, 0.2]), PENALTY);
  expect(intercept).toBeCloseTo(-1, 1);
  expect(weights[0]).toBeCloseTo(0.8, 1);
  expect(weights[1]).toBeCloseTo(0.2, 1);
});

test('an observation of twice the weight counts as two', () => {
  const some = observationsOf(0.5, [-1, 0.1]);
  const [first, ...others] = some;
  if (first === undefined) throw new Error('There are observations.');
  const twice = fitLogisticRegression([...some, first], PENALTY);
  const heavier = fitLogisticRegression(
    [{ ...first, weight: 2 * first.weight }, ...others],
    PENALTY,
  );
  oddsOf(twice).forEach((odds, i) => {
    expect(odds).toBeCloseTo(oddsOf(heavier)[i] ?? NaN, 9);
  });
});

test('a feature that tells all is held back, and one that never varies says nothing', () => {
  const { weights } = fitLogisticRegression(
    [0, 1, 0, 1].map((a) => ({ features: [a, 3], positive: a === 1, weight: 1 })),
    PENALTY,
  );
  expect(weights[0]).toBeGreaterThan(3);
  expect(Number.isFinite(weights[0])).toBe(true);
  expect(weights[1]).toBeCloseTo(0);
});
