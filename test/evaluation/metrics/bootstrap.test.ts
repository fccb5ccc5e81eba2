import { expect, test } from 'vitest';
import { bootstrapInterval } from '../../../evaluation/metrics/bootstrap.js';
import { mean, quantile, ratio } from '../../../evaluation/metrics/mean.js';

const half = Array.from({ length: 100 }, (_, i) => i % 2);

test('the interval of a share comes near to the normal one: 0.5 ± 1.96 · √(0.25 / 100)', () => {
  const interval = bootstrapInterval(half, mean);
  expect(interval?.low).toBeGreaterThan(0.375);
  expect(interval?.low).toBeLessThan(0.425);
  expect(interval?.high).toBeGreaterThan(0.575);
  expect(interval?.high).toBeLessThan(0.625);
});

test('the same rows give the same interval', () => {
  expect(bootstrapInterval(half, mean)).toEqual(bootstrapInterval([...half], mean));
});

test('rows that do not vary leave nothing uncertain', () => {
  expect(bootstrapInterval([0.7, 0.7, 0.7], (rows) => rows[0])).toEqual({ low: 0.7, high: 0.7 });
});

test('what cannot be computed has no interval', () => {
  expect(bootstrapInterval([], mean)).toBeUndefined();
  expect(bootstrapInterval([1], () => undefined)).toBeUndefined();
});

test('draws from which the statistic cannot be computed are left out', () => {
  const onlyAnswerable = (rows: readonly (number | undefined)[]): number | undefined =>
    mean(rows.filter((value) => value !== undefined));
  expect(bootstrapInterval([undefined, undefined, undefined, 1], onlyAnswerable)).toEqual({
    low: 1,
    high: 1,
  });
});

test('means, ratios and quantiles of little', () => {
  expect([mean([]), mean([1, 2])]).toEqual([undefined, 1.5]);
  // (1 + 3) / (2 + 3): the larger part weighs more than in the mean of 1/2 and 1
  expect([ratio([1, 3], [2, 3]), ratio([0], [0])]).toEqual([0.8, undefined]);
  expect([quantile([3, 1, 2], 0.5), quantile([3, 1, 2], 1), quantile([], 0.5)]).toEqual([
    2,
    3,
    undefined,
  ]);
});
