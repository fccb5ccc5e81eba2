import { alternatives } from '../../../language/any-of.js';
import { retrievalRules } from '../retrieval-rules.js';

const RULES = retrievalRules('references');
const wordsOf = (words: readonly (string | undefined)[]): string =>
  alternatives(words.flatMap((each) => each ?? []));

/** "no." before a number, with the blanks behind it. */
export const NUMBER_SIGN = `(?:${wordsOf(RULES.map(({ numberSign }) => numberSign))})\\s*`;
/** The same, or nothing. */
export const SIGN = `(?:${NUMBER_SIGN})?`;
/** Between the two ends of a range. */
export const RANGE = `[-–—]|${wordsOf(RULES.map(({ range }) => range))}`;
/** Before the last of several numbers. */
export const CONJUNCTION: string = wordsOf(RULES.map(({ conjunction }) => conjunction));
/** Between a place and what it stands in. */
export const OF: string = wordsOf(RULES.map(({ of }) => of));

const HAN = String.raw`\p{Script=Han}`;
/** A word begins here, or a character of a script that has no blanks between words. */
export const BEGIN = String.raw`(?:(?<![\p{L}\p{N}])|(?<=${HAN})|(?=${HAN}))`;
export const END_OF_WORD = String.raw`(?=$|\P{L}|${HAN})`;
export const END_OF_NUMBER = String.raw`(?![\p{L}\p{N}]|[.-]\p{Nd})`;
