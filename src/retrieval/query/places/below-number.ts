import { alternatives } from '../../../language/any-of.js';
import { romanValue } from '../../../documents/structure/numerals.js';
import { retrievalRules } from '../retrieval-rules.js';
import { belongsToNumber } from './word-like.js';

/** ", B, 3" behind "Article II": a capital is none of the sentence, unless it is "I" or "A". */
const LETTERED =
  /^,\s?(?:[B-HJ-Z]|A(?=\s?[,?!]|$))(?![\p{L}\p{N}'’.])(?:,\s?\p{Nd}{1,2}(?![\p{L}\p{N}]|\.\p{Nd}))?/u;
const BELOW = alternatives(retrievalRules('references').flatMap(({ below }) => below ?? []));
/** " b", " b)", ", onder b" behind "2.1.2". */
const LETTER = new RegExp(
  String.raw`^(?:,?\s(?<sure>${BELOW}))?\s(?<letter>\p{Ll})(?<close>\))?(?![\p{L}\p{N}'’])`,
  'u',
);
/** " II 2" behind "§ 433", as German lawyers cite a paragraph and its sentence. */
const ROMAN = /^\s(?<roman>[IVX]{1,4})(?![\p{L}\p{N}'’])(?<sentence>\s\p{Nd}(?![\p{L}\p{N}.]))?/u;
/** ", 2°" and ", II, 2°, b" behind "article 5", as French lawyers cite what stands in it. */
const DEGREE = /^,?\s?(?<degree>\p{Nd}{1,2})°(?!\s?\p{L}{0,2}\p{Nd})/u;
const SET_OFF_ROMAN = /^,\s?(?<roman>[IVX]{2,5}|I(?=\s?[,;?!)]|$))(?![\p{L}\p{N}'’.])/u;
const SET_OFF_LETTER = /^,?\s?(?<letter>\p{Ll})\)?(?![\p{L}\p{N}'’.])/u;

/** What stands below a number, right behind it. */
export interface BelowNumber {
  /** `b`, `B.3`. */
  readonly number: string;
  /** Characters, from the number on. */
  readonly length: number;
}

/** What is said behind a number to stand below it; `rest` is what follows. */
export function belowNumber(number: string, rest: string): BelowNumber | undefined {
  const lettered = LETTERED.exec(rest)?.[0];
  if (lettered !== undefined) {
    const below = lettered.replace(/[\s]/gu, '').replaceAll(',', '.');
    return { number: below.slice(1), length: lettered.length };
  }
  if (!/\p{Nd}$/u.test(number)) return undefined;
  return setOff(rest) ?? lettersBelow(rest) ?? romanBelow(rest);
}

function setOff(rest: string): BelowNumber | undefined {
  const numbers: string[] = [];
  let length = 0;
  for (const pattern of [SET_OFF_ROMAN, DEGREE, SET_OFF_LETTER]) {
    // A letter alone may be a word.
    if (pattern === SET_OFF_LETTER && numbers.length === 0) break;
    const match = pattern.exec(rest.slice(length));
    if (match === null) continue;
    numbers.push(Object.values(match.groups ?? {})[0] ?? '');
    length += match[0].length;
  }
  return numbers.length === 0 ? undefined : { number: numbers.join('.'), length };
}

function lettersBelow(rest: string): BelowNumber | undefined {
  const match = LETTER.exec(rest);
  const { letter = '', close, sure } = match?.groups ?? {};
  if (match === null) return undefined;
  const isMeant =
    (close ?? sure) !== undefined || belongsToNumber(letter, rest.slice(match[0].length));
  return isMeant ? { number: letter, length: match[0].length } : undefined;
}

function romanBelow(rest: string): BelowNumber | undefined {
  const match = ROMAN.exec(rest);
  const { roman = '', sentence } = match?.groups ?? {};
  const value = romanValue(roman);
  if (match === null || value === undefined) return undefined;
  const isMeant =
    sentence !== undefined ||
    roman.length > 1 ||
    belongsToNumber(roman, rest.slice(match[0].length));
  return isMeant ? { number: String(value), length: match[0].length } : undefined;
}
