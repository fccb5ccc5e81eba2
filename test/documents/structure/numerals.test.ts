import { describe, expect, it } from 'vitest';
import {
  isRomanNumeral,
  letterValue,
  readingsOf,
  romanValue,
} from '../../../src/documents/structure/numerals.js';

describe('roman numerals', () => {
  it.each([
    ['I', 1],
    ['iv', 4],
    ['XLIX', 49],
    ['xcix', 99],
    ['C', undefined],
    ['CC', undefined],
    ['Iv', undefined],
    ['IIII', undefined],
    ['mix', undefined],
    ['', undefined],
  ])('the value of %j is %j', (printed, value) => {
    expect(romanValue(printed)).toBe(value);
  });

  it.each([
    ['XCIX', true],
    ['C', true],
    ['cccxcix', true],
    ['CD', false],
    ['Xi', false],
    ['IC', false],
    ['', false],
  ])('%j is one: %j', (printed, expected) => {
    expect(isRomanNumeral(printed)).toBe(expected);
  });
});

it.each([
  ['a', 1],
  ['Z', 26],
  ['bb', 28],
  ['ab', undefined],
])('the place of the letter %j is %j', (printed, value) => {
  expect(letterValue(printed)).toBe(value);
});

it('the likelier reading comes first', () => {
  expect(readingsOf('i').map(({ alphabet }) => alphabet)).toEqual(['roman', 'letter']);
  expect(readingsOf('c').map(({ alphabet }) => alphabet)).toEqual(['letter']);
  expect(readingsOf('l').map(({ alphabet }) => alphabet)).toEqual(['letter', 'roman']);
  expect(readingsOf('12')).toEqual([
    { alphabet: 'arabic', tuple: [12], inserted: 0 },
    { alphabet: 'arabic', tuple: [1], inserted: 2 },
  ]);
  expect(readingsOf('whatever')).toEqual([]);
});
