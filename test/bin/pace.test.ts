import { expect, test } from 'vitest';
import { durationOf, Pace, rateOf } from '../../src/bin/pace.js';

test('the rate is that of the work since the first report: what was known before took no time', () => {
  let now = 0;
  const pace = new Pace(() => now);
  expect(pace.measure(300, 646)).toBeUndefined();
  now = 500;
  expect(pace.measure(310, 646)).toBeUndefined();
  now = 2000;
  expect(pace.measure(382, 646)).toEqual({ perSecond: 41, secondsLeft: 264 / 41 });
});

test('work that stands still has no rate', () => {
  let now = 0;
  const pace = new Pace(() => now);
  pace.measure(3, 9);
  now = 60_000;
  expect(pace.measure(3, 9)).toBeUndefined();
});

test.each([
  [0.52, '0.5'],
  [9.81, '9.8'],
  [41.3, '41'],
])('%d a second is written %s', (perSecond, written) => {
  expect(rateOf(perSecond)).toBe(written);
});

test.each([
  [0.2, '1 s'],
  [119, '119 s'],
  [121, '3 min'],
])('%d seconds are written %s', (seconds, written) => {
  expect(durationOf(seconds)).toBe(written);
});
