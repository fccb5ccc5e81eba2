import { alternatives } from '../../../language/any-of.js';
import { rulesOf } from '../../../language/languages.js';
import { withVowels } from '../../../language/with-vowels.js';
import { withoutEnd } from '../../../language/end-of.js';
import { INSERTED_WORDS } from '../../../language/inserted.js';
import {
  HAN_NUMERALS,
  isRomanNumeral,
  plainNumber,
  readingsOf,
} from '../../../documents/structure/numerals.js';
import { NUMBER_WORDS, valueOfWord } from './number-words.js';

/** "ثانياً" behind "المادة 12" says which of its paragraphs. */
const ITEM_WORDS = alternatives(
  rulesOf('parts').flatMap(({ itemWords = [] }) => withVowels(itemWords)),
);
const ITEM_WORD = new RegExp(`(?:${ITEM_WORDS})(?!\\p{L})`, 'gu');
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const AFTER = `(?:${INSERTED_WORDS})`;
/** `(3)`, `«ж»`: what stands below, behind its number. */
const BELOW =
  String.raw`(?:\)?\s(?:${ITEM_WORDS})(?!\p{L})` +
  String.raw`|\s?[(«“"](?:\p{Nd}{1,3}|[ivxlcIVXLC]{1,6}|\p{L}(?:\.?\p{Nd})?)[)»”"])*`;
/** `.3`, `.a`, `.iii` */
const DEEPER = String.raw`(?:\.(?:\p{Nd}{1,3}|(?:[A-Za-z]|[ivxlc]{1,6})(?![\p{L}\p{N}])))*`;
/** `26`, `26.3`, `12.3.1°`, `34-1`, `67¹`, `9a`, `9 bis`, `26.3.a`. */
const DIGITS =
  String.raw`\p{Nd}{1,4}(?:[a-z]{1,2}(?=[-‑–]\p{Nd}))?[${RAISED}]*(?:\.\p{Nd}{1,3})*(?:[-‑–]\p{Nd}{1,3})?` +
  String.raw`(?:[-\s]?${AFTER}(?!\p{L})|[A-Za-z]{1,2}(?![\p{L}\p{N}]))?(?:\.?[°ºª])?${DEEPER}`;
const ROMAN = String.raw`[IVXLCivxlc]+(?:[-\s]?${AFTER}(?!\p{L}))?${DEEPER}`;
/** Of a code whose parts have letters: `L. 111-1`. */
const CODE = String.raw`[A-Z]\*?\.?\s?\p{Nd}{1,4}(?:[-‑–]\p{Nd}{1,3})+`;
const LETTER = [
  String.raw`[A-Z][.-]?\p{Nd}{1,3}${DEEPER}`,
  String.raw`[A-Z](?:\.[A-Za-z\p{Nd}](?![\p{L}\p{N}]))${DEEPER}`,
  String.raw`\p{L}(?:\.?\p{Nd})?`,
].join('|');

/** A number in digits, with what stands below it, for a regular expression. */
export const IN_DIGITS = `(?:${DIGITS})${BELOW}`;
/** A number in letters: `IV`, `A.1`, `a`, `three`. */
export const IN_LETTERS = `(?:(?:${CODE}|${ROMAN}|${LETTER})${BELOW}|(?:${NUMBER_WORDS}))`;
/** A number of a place that may stand alone: `9.3`, `IV.C.3.b`, `7.5(b)(iii)`, `II.2-2`. */
export const NUMBER_ALONE = String.raw`(?:${DIGITS}|${CODE}|${ROMAN}|${LETTER})${BELOW}(?:[-~]\p{Nd}{1,3})?`;
/** A number in Chinese writing. */
export const IN_HAN = `[${HAN_NUMERALS}]{1,9}`;

const HAN = new RegExp(`^${IN_HAN}$`, 'u');
const RAISED_DIGITS = new RegExp(`[${RAISED}]+`, 'gu');

/** `26.3.a` for `26.3(a)`, `67-1` for `67¹`, `3` for `third` and `三`. */
export function plainAsked(typed: string): string {
  const word = valueOfWord(typed);
  if (word !== undefined) return String(word);
  const [first = '', ...below] = typed
    .replace(RAISED_DIGITS, (raised) => `-${raised.normalize('NFKC')}`)
    .replace(/[‑–]/gu, '-')
    .replace(ITEM_WORD, (item) => `(${valueOfWord(item) ?? item})`)
    .split(/\s?[(«“"]/u)
    .map((part) => plain(part.replace(/[)»”"]/gu, '')));
  return [first, ...below].join('.');
}

/** Whether letters may be a number at all: `mix` and `Xi` are none. */
export function isNumber(typed: string): boolean {
  const [first = ''] = typed.split(/[\s.(«“"-]/u);
  return (
    /^\p{Nd}/u.test(first) ||
    /^\p{L}\*?\p{Nd}{0,4}$/u.test(first) ||
    isRomanNumeral(first) ||
    HAN.test(first) ||
    valueOfWord(typed) !== undefined
  );
}

/** Whether a printed number is the one that was asked for. */
type IsAsked = (printed: string) => boolean;
const LETTER_AND_DIGITS = /^(\p{L})\*?\.?(?=\p{Nd})/u;

/** How a number that was asked for may be the printed one, the surest first. */
export const EQUALITIES: readonly ((asked: string) => IsAsked)[] = [
  isWrittenSo,
  countsTheSame,
  isHeld,
];
/** Of several that are gone together, as printed: `4–24`. */
const PRINTED_RANGE = /^(?<first>\d+)–(?<last>\d+)$/u;

function isWrittenSo(asked: string): IsAsked {
  const lower = asked.toLowerCase();
  // `ж.1` for what was put behind `ж`, `L.111-1` for `L111-1`.
  const joined = lower.replace(LETTER_AND_DIGITS, '$1');
  return (printed) => {
    const written = plain(printed).toLowerCase();
    return written === lower || written === joined;
  };
}

function countsTheSame(asked: string): IsAsked {
  const value = valueOf(asked);
  return (printed) => value !== undefined && value === valueOf(printed);
}

function isHeld(asked: string): IsAsked {
  return (printed) => PRINTED_RANGE.test(printed) && isBetween(printed, asked, asked);
}

/** Whether a printed number lies between two, both included. */
export function isBetween(printed: string, from: string, through: string): boolean {
  const { first = printed, last = printed } = PRINTED_RANGE.exec(printed)?.groups ?? {};
  return counting(from) <= counting(last) && counting(first) <= counting(through);
}

/** How far two numbers are from each other; letters are as far as can be. */
export function distanceBetween(a: string, b: string): number {
  const distance = Math.abs(counting(a) - counting(b));
  return Number.isNaN(distance) ? Infinity : distance;
}

/** 4 for `IV` and `4`; not a number of what counts nothing. */
export function counting(number: string): number {
  return Number.parseInt(valueOf(number) ?? '', 10);
}

/** Without blanks and raised letters: `9bis`, `1` for `1º`; digits of every script as ours. */
function plain(printed: string): string {
  return withoutEnd(plainNumber(printed), /[°ºª.]/u).replace(/[°ºª]/gu, '');
}

/** What it counts, the same for `IV` and `4`, `9bis` and `9a`, `67-1` and `67.1`; none of a letter. */
function valueOf(number: string): string | undefined {
  const reading = readingsOf(plain(number).replace(/^(\d+)\.([1-9])$/u, '$1-$2'))[0];
  if (reading === undefined || reading.alphabet === 'letter') return undefined;
  // Nothing is the 0th that was put in later.
  if (/-0+$/u.test(number)) return undefined;
  return [...reading.tuple, reading.inserted].join(' ');
}
