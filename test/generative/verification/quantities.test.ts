import { expect, it } from 'vitest';
import { readQuantities } from '../../../src/generative/verification/quantities.js';

const numbersIn = (text: string): number[] =>
  readQuantities(text).numbers.map(({ value }) => value);
const datesIn = (text: string): string[] =>
  readQuantities(text).dates.map(({ year = '-', month = '-', day = '-' }) =>
    [year, month, day].join(' '),
  );

it.each([
  ['three states', [3]],
  ['twenty-six countries and two hundred and five guests', [26, 205]],
  ['Twentieth Anniversary, the 20th', [20, 20]],
  ['4.5 million, 4,5 million', [4_500_000, 4_500_000]],
  ['1,500 people, 12,500,000 trees', [1500, 12_500_000]],
  ['a dozen; two dozen', [24]],
  ['16 % or 16 percent', [16, 16]],
  ['UNSCR 2396 and COVID-19', [2396, 19]],
  ['one of the first', []],
  ['2022- 2024', []],
])('numbers of %j', (text, expected) => {
  expect(numbersIn(text)).toEqual(expected);
});

it.each([
  ['on 17 September 2021', ['2021 9 17']],
  ['On June 15, 2001', ['2001 6 15']],
  ['September 16-17, 2021', ['2021 9 16', '2021 9 17']],
  ['16–17 September 2021', ['2021 9 16', '2021 9 17']],
  ['19-20 April, 2016', ['2016 4 19', '2016 4 20']],
  ['the 4th of July 2000', ['2000 7 4']],
  ['2021-09-17 and 17.09.2021', ['2021 9 17', '2021 9 17']],
  ['in June 2001, in July', ['2001 6 -', '- 7 -']],
  ['in 1996 and 1997', ['1996 - -', '1997 - -']],
  ['2027-2028', ['2027 - -', '2028 - -']],
  ['States may march', []],
])('dates of %j', (text, expected) => {
  expect(datesIn(text)).toEqual(expected);
});
