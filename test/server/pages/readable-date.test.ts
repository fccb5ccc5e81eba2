import { expect, test } from 'vitest';
import { readableDate } from '../../../src/server/pages/readable-date.js';

test.each([
  ['2021-09-17', '17 September 2021'],
  ['2021-09', 'September 2021'],
  ['2021', '2021'],
  ['2021-13-01', '2021-13-01'],
  ['spring 2021', 'spring 2021'],
  ['', ''],
])('%s reads %s', (date, expected) => {
  expect(readableDate(date)).toBe(expected);
});
