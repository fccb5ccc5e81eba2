import { INSERTED_WORDS, insertedPlace } from '../../language/inserted.js';
import { rulesOf } from '../../language/languages.js';

/** How a printed number may be read: `(i)` is the first roman numeral or the ninth letter. */
export interface Reading {
  readonly alphabet: 'arabic' | 'letter' | 'roman';
  /** 1-based place in its sequence, one number a level: `[22]`, `[5, 10]` for `5.10`. */
  readonly tuple: readonly number[];
  /** Put between others later: 1 for `34-1`, `9a` and `9 bis`, 2 for `9b`, 0 for the others. */
  readonly inserted: number;
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

const NAMES = rulesOf('parts');
/** The letters that lists are counted with, one alphabet each. */
const ALPHABETS: readonly (readonly string[])[] = [
  Array.from('abcdefghijklmnopqrstuvwxyz'),
  ...NAMES.flatMap(({ letters }) => (letters === undefined ? [] : [Array.from(letters)])),
];
/** All of them, for a class of a regular expression. */
export const LETTERS: string = ALPHABETS.flat().join('');

/** Place of a list letter: `a` 1, `z` 26, `aa` 27, `bb` 28 as lists go on after `z`. */
export function letterValue(printed: string): number | undefined {
  const [letter = '', ...others] = printed.toLowerCase();
  if (others.length > 1 || others.some((other) => other !== letter)) return undefined;
  const alphabet = ALPHABETS.find((letters) => letters.includes(letter));
  return alphabet === undefined
    ? undefined
    : alphabet.indexOf(letter) + 1 + others.length * alphabet.length;
}

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** The characters of numbers in Chinese writing, for a class of a regular expression. */
export const HAN_NUMERALS = '〇零○一二两三四五六七八九十百千';

function hanValue(printed: string): number | undefined {
  let [value, digit] = [0, 0];
  for (const character of printed.replace(/[〇○]/gu, '零').replaceAll('两', '二')) {
    const unit = HAN_UNITS[character];
    if (unit !== undefined) {
      value += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else {
      const next = HAN_DIGITS.indexOf(character);
      if (next < 0) return undefined;
      digit = digit * 10 + next;
    }
  }
  return value + digit;
}

/** Digits of any script as a number: `٣` is 3. */
function digitsValue(printed: string): number {
  let value = 0;
  for (const digit of printed) {
    const code = digit.codePointAt(0) ?? 0;
    // Blocks of ten digits begin where the last four bits are 0 or 6.
    const zero = code - (code & 0xf);
    value = value * 10 + (code & 0xf) - (/\p{Nd}/u.test(String.fromCodePoint(zero)) ? 0 : 6);
  }
  return value;
}

/** Words for the numbers of parts and paragraphs, in lower case. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap(({ numberWords = [], ordinalWords = [], itemWords = [] }) =>
    [...ordinalWords, itemWords, numberWords].flatMap((words) =>
      words.map((word, index) => [word, index + 1] as const),
    ),
  ),
);
const FIRST: ReadonlySet<string> = new Set(NAMES.flatMap(({ firstNumber = [] }) => firstNumber));

/** The number that a word stands for, `two`: 2; undefined where it stands for none. */
export function numberOfWord(word: string): number | undefined {
  // Vowels of Arabic are written or not.
  const lower = word.toLowerCase().replace(/\p{M}+/gu, '');
  return FIRST.has(lower) ? 1 : NUMBER_WORDS.get(lower);
}

const IN_HAN = new RegExp(`^[${HAN_NUMERALS}]+$`, 'u');

/** A printed number as it is cited: `1` for `premier` and `1er`, `4bis` for `4 bis`. */
export function plainNumber(printed: string): string {
  const word = numberOfWord(printed);
  if (word !== undefined) return String(word);
  const bare = printed.replace(/\s+/g, '');
  const han = IN_HAN.test(bare) ? hanValue(bare) : undefined;
  if (han !== undefined) return String(han);
  return bare.replace(/\p{Nd}+/gu, (digits) => String(digitsValue(digits)));
}

/** `ж1` is what was put behind `ж`. */
const LETTER_INSERTED = /^(\p{L})(\p{Nd})$/u;
/** `IIIa` is what was put behind `III`. */
const ROMAN_INSERTED = /^([IVX]{1,6})([a-z])$/u;
const ARABIC = new RegExp(
  String.raw`^(?<value>\p{Nd}{1,4})(?:[\s‑-]?(?<latin>${INSERTED_WORDS})` +
    String.raw`|\s?[-‑](?<part>\p{Nd}{1,2})|[-‑]?(?<letters>[A-Za-z]{1,3}))?$`,
  'u',
);

function arabicReading(printed: string): Reading | undefined {
  const groups = ARABIC.exec(printed)?.groups;
  if (groups?.value === undefined) return undefined;
  const { value, latin, part, letters } = groups;
  const inserted =
    latin !== undefined
      ? insertedPlace(latin)
      : part !== undefined
        ? digitsValue(part)
        : Array.from((letters ?? '').toLowerCase()).reduce(
            (sum, letter) => sum * 26 + letter.charCodeAt(0) - 96,
            0,
          );
  return { alphabet: 'arabic', tuple: [digitsValue(value)], inserted };
}

/**
 * `671` may be 67¹, an article that was put behind the 67th, where a file has lost that the last
 * digit stands above the line.
 */
function raisedReading(printed: string): readonly Reading[] {
  if (!/^[1-9]\d{1,3}$/.test(printed) || printed.endsWith('0')) return [];
  return [
    {
      alphabet: 'arabic',
      tuple: [Number(printed.slice(0, -1))],
      inserted: Number(printed.slice(-1)),
    },
  ];
}

function simpleReadings(printed: string): readonly Reading[] {
  const reading = (alphabet: Reading['alphabet'], value: number): Reading => ({
    alphabet,
    tuple: [value],
    inserted: 0,
  });
  const word = numberOfWord(printed) ?? hanValue(printed);
  if (word !== undefined) return [reading('arabic', word)];
  const arabic = arabicReading(printed);
  if (arabic !== undefined) return [arabic, ...raisedReading(printed)];
  const [, lettered = '', digit = ''] = LETTER_INSERTED.exec(printed) ?? [];
  if (lettered !== '') {
    return simpleReadings(lettered).map((reading) => ({ ...reading, inserted: Number(digit) }));
  }
  const [, numeral = '', behind = ''] = ROMAN_INSERTED.exec(printed) ?? [];
  const value = romanValue(numeral);
  if (value !== undefined) {
    return [{ alphabet: 'roman', tuple: [value], inserted: letterValue(behind) ?? 0 }];
  }
  const readings: Reading[] = [];
  const roman = romanValue(printed);
  const letter = letterValue(printed);
  // A single letter other than I, V and X is far more often a letter than fifty or a hundred.
  const romanFirst = roman !== undefined && (printed.length > 1 || /^[ivx]$/i.test(printed));
  if (roman !== undefined && romanFirst) readings.push(reading('roman', roman));
  if (letter !== undefined) readings.push(reading('letter', letter));
  if (roman !== undefined && !romanFirst) readings.push(reading('roman', roman));
  return readings;
}

/** Every way to read a printed number, the likelier first; empty where it is none. */
export function readingsOf(printed: string): readonly Reading[] {
  if (printed === '') return [];
  const [first = '', ...deeper] = printed.split('.');
  if (deeper.length === 0) return simpleReadings(printed);
  const below = deeper.map((component) => simpleReadings(component)[0]);
  const values = below.flatMap((reading) => reading?.tuple ?? []);
  if (values.length < deeper.length) return [];
  const outer = simpleReadings(first).filter(({ inserted }) => inserted === 0);
  return outer.map((reading) => ({
    ...reading,
    tuple: [...reading.tuple, ...values],
    inserted: below.at(-1)?.inserted ?? 0,
  }));
}

/** Whether the second stands right after the first in one sequence. */
export function isNext(first: Reading, second: Reading): boolean {
  const { tuple } = second;
  const last = tuple.length - 1;
  if (first.tuple.length !== tuple.length) return false;
  if (tuple.some((value, index) => index < last && value !== first.tuple[index])) return false;
  const [before = 0, after = 0] = [first.tuple[last], tuple[last]];
  return second.inserted > 0
    ? after === before && second.inserted === first.inserted + 1
    : after === before + 1;
}

/** Negative where the first comes before the second, as in sorting. */
export function compareReadings(a: Reading, b: Reading): number {
  for (let index = 0; index < Math.max(a.tuple.length, b.tuple.length); index += 1) {
    const difference = (a.tuple[index] ?? 0) - (b.tuple[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.inserted - b.inserted;
}

/** Whether a sequence begins with it. */
export function isFirst({ tuple, inserted }: Reading): boolean {
  return tuple.at(-1) === 1 && inserted === 0;
}
