import { describe, expect, it } from 'vitest';
import {
  dateHeld,
  dateOf,
  holdsWholeDate,
} from '../../../src/answering/document-questions/date-in-text.js';

describe('a date of the metadata', () => {
  it.each([
    ['2021-09-17', { year: 2021, month: 9, day: 17 }],
    ['2021-09', { year: 2021, month: 9, day: undefined }],
    ['2021', { year: 2021, month: undefined, day: undefined }],
    ['last autumn', undefined],
  ])('%j is read', (iso, date) => {
    expect(dateOf(iso)).toEqual(date);
  });
});

describe('what a text holds of 17 September 2021', () => {
  it.each([
    ['held in Dushanbe on 17 September 2021, state', 3],
    ['on September 17th, 2021', 3],
    ['am 17. September 2021', 3],
    ['17.09.2021', 3],
    ['2021年9月17日', 3],
    ['in September 2021', 2],
    ['since 2021', 1],
    ['on 17 September 2020', 0],
  ])('in %j is %d', (text, held) => {
    expect(dateHeld(text, { year: 2021, month: 9, day: 17 })).toBe(held);
  });
});

describe('a whole date', () => {
  it.each([
    ['Done at Rome, this 17th day of July 1998.', true],
    ['Rome, 17.7.1998', true],
    ['in July 1998', false],
    ['article 5 of 1998', false],
  ])('in %j: %s', (text, held) => {
    expect(holdsWholeDate(text)).toBe(held);
  });
});
