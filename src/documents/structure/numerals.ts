import { rulesOf } from '../../language/languages.js';

/** How a printed number may be read: `(i)` is the first roman numeral or the ninth letter. */
export interface Reading {
  readonly alphabet: 'arabic' | 'letter' | 'roman';
  /** 1-based place in its sequence. */
  readonly value: number;
}

const ROMAN = /^(?:XC|XL|L?X{0,3}|C{1,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})$/;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
/** No declaration has a hundred chapters, and `mix` is a word. */
const MAX_ROMAN_VALUE = 99;

/** Whether it is a roman numeral from 1 to 399, all capitals or all small. */
export function isRomanNumeral(printed: string): boolean {
  const upper = printed.toUpperCase();
  const inOneCase = printed === upper || printed === printed.toLowerCase();
  return printed !== '' && inOneCase && ROMAN.test(upper);
}

/** Value of a roman numeral from 1 to {@link MAX_ROMAN_VALUE}, all capitals or all small. */
export function romanValue(printed: string): number | undefined {
  if (!isRomanNumeral(printed)) return undefined;
  const upper = printed.toUpperCase();
  let value = 0;
  for (let index = 0; index < upper.length; index += 1) {
    const digit = ROMAN_DIGITS[upper.charAt(index)] ?? 0;
    value += digit < (ROMAN_DIGITS[upper.charAt(index + 1)] ?? 0) ? -digit : digit;
  }
  return value > MAX_ROMAN_VALUE ? undefined : value;
}

/** Place of a list letter: `a` 1, `z` 26, `aa` 27, `bb` 28 as lists go on after `z`. */
export function letterValue(printed: string): number | undefined {
  const match = /^([A-Za-z])\1?$/.exec(printed);
  if (match === null) return undefined;
  return printed.toLowerCase().charCodeAt(0) - 96 + (printed.length - 1) * 26;
}

const NAMES = rulesOf('parts');
/** Words for the numbers of parts, in lower case, each at its number less one. */
const NUMBER_WORDS = NAMES.map(({ numberWords = [] }) => numberWords);
const FIRST: ReadonlySet<string> = new Set(NAMES.flatMap(({ firstNumber = [] }) => firstNumber));

/** The number that a word stands for, `two`: 2; undefined where it stands for none. */
function numberOfWord(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (FIRST.has(lower)) return 1;
  const at = NUMBER_WORDS.map((words) => words.indexOf(lower)).find((index) => index >= 0);
  return at === undefined ? undefined : at + 1;
}

/** A printed number as it is cited: `1` for `premier` and `1er`, `4bis` for `4 bis`. */
export function plainNumber(printed: string): string {
  return FIRST.has(printed.toLowerCase()) ? '1' : printed.replace(/\s+/g, '');
}

/** Every way to read a printed number, the likelier first; empty where it is none. */
export function readingsOf(printed: string): readonly Reading[] {
  if (/^\d/.test(printed)) return [{ alphabet: 'arabic', value: Number.parseInt(printed, 10) }];
  const value = numberOfWord(printed);
  if (value !== undefined) return [{ alphabet: 'arabic', value }];
  const readings: Reading[] = [];
  const roman = romanValue(printed);
  const letter = letterValue(printed);
  // A single letter other than I, V and X is far more often a letter than fifty or a hundred.
  const romanFirst = roman !== undefined && (printed.length > 1 || /^[ivx]$/i.test(printed));
  if (roman !== undefined && romanFirst) readings.push({ alphabet: 'roman', value: roman });
  if (letter !== undefined) readings.push({ alphabet: 'letter', value: letter });
  if (roman !== undefined && !romanFirst) readings.push({ alphabet: 'roman', value: roman });
  return readings;
}
