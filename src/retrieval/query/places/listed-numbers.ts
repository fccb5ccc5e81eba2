import { MAX_REFERENCES } from '../../settings.js';
import { BEGIN, CONJUNCTION, END_OF_NUMBER, END_OF_WORD, RANGE } from './number-frame.js';
import { COUNTED, NUMBER_WORDS, positionOfCounted } from './number-words.js';
import { IN_DIGITS, IN_HAN, isNumber, plainAsked } from './place-number.js';
import type { PlaceStep } from './reference.js';
import { isWord } from './word-like.js';

/** What is listed with a number, and how many characters of the question it takes. */
export interface Listed {
  /** With the one that is given; at least one. */
  readonly steps: readonly PlaceStep[];
  readonly length: number;
}

const JOINED = String.raw`(?:(?<range>${RANGE})|[,&、]|,?\s*(?:${CONJUNCTION}))`;
/** The same before letters, of which words are made too. */
const APART = String.raw`(?:[,&、]|,?\s+(?:${CONJUNCTION})(?=[\s(«“"]))`;
/** `(b)`, `b)`, «б», b. */
const LETTER =
  String.raw`[(«“"](?:\p{Nd}{1,3}|[ivxlc]{1,6}|\p{L})[)»”"]` +
  String.raw`|(?:[ivxlc]{1,6}|\p{L})\)|\p{L}(?![\p{L}\p{N}'’.])`;
/** "45 to 48", "5, 6 and 7", "(a) and (b)": what follows the first number. */
const NEXT_NUMBER = new RegExp(
  String.raw`^(?:${APART}\s*(?<letter>${LETTER})` +
    String.raw`|\s*${JOINED}\s*(?<number>${IN_DIGITS}|[IVXLC]+)${END_OF_NUMBER})`,
  'iu',
);
const NEXT_WORD = new RegExp(
  String.raw`^\s*${JOINED}\s*(?<word>${NUMBER_WORDS})${END_OF_WORD}`,
  'iu',
);
const NEXT_LETTER = new RegExp(String.raw`^${APART}\s*(?<letter>${LETTER})`, 'iu');
/** As long as a year. */
const IS_LONG = /^\p{Nd}{4}/u;

/** With the numbers that are listed behind the first. */
export function numbersBehind(first: PlaceStep, rest: string): Listed {
  return listed(first, rest, NEXT_NUMBER);
}

/** The same of "three": "one and three". */
export function wordsBehind(first: PlaceStep, rest: string): Listed {
  return listed(first, rest, NEXT_WORD);
}

/** The same of `5.a`, before which no blank stands: "5 a and b". */
export function lettersBehind(first: PlaceStep, rest: string): Listed {
  return listed(first, rest, NEXT_LETTER);
}

function listed(first: PlaceStep, rest: string, next: RegExp): Listed {
  const steps = [first];
  let length = 0;
  for (
    let match = next.exec(rest);
    match?.groups !== undefined && steps.length < MAX_REFERENCES;
    match = next.exec(rest.slice(length))
  ) {
    const last = steps.at(-1) ?? first;
    const number = numberOf(match, last, rest.slice(length + match[0].length));
    if (number === undefined) break;
    if (match.groups['range'] !== undefined) {
      steps.splice(-1, 1, { ...last, through: number });
    } else steps.push({ ...first, number });
    length += match[0].length;
  }
  return { steps, length };
}

/** Undefined where it is none of the list. */
function numberOf(
  { 0: matched, groups = {} }: RegExpExecArray,
  last: PlaceStep,
  after: string,
): string | undefined {
  const { number, word } = groups;
  const letter = groups['letter'] ?? (/^\p{Ll}$/u.test(number ?? '') ? number : undefined);
  if (letter !== undefined) {
    const beside = besideLast(last.number ?? '', letter);
    const isNear = beside !== undefined && follows(last.number ?? '', beside);
    return !isNear && isWord(letter, matched, after) ? undefined : beside;
  }
  if (word !== undefined) return plainAsked(word);
  if (number === undefined) return undefined;
  // "paragraph 5 and 2021"
  if (IS_LONG.test(number) && !IS_LONG.test(last.number ?? '')) return undefined;
  // In small letters it is the next word: "§ 9, cl. 2".
  if (!isNumber(number) || /^\p{Ll}/u.test(number) || isWord(number, matched, after)) {
    return undefined;
  }
  return plainAsked(number);
}

/** So many letters further on: "a and d". */
const MAX_LETTERS_APART = 3;

/** Both end with letters, the second a little further on in the alphabet: it is hardly a word. */
function follows(number: string, next: string): boolean {
  const [a, b] = [number, next].map((each) => each.split('.').at(-1)?.codePointAt(0) ?? 0);
  const apart = (b ?? 0) - (a ?? 0);
  return apart > 0 && apart <= MAX_LETTERS_APART;
}

/** `5.1.b` for the "(b)" behind `5.1.a`, `5.2` for the "(2)"; none behind `5`. */
function besideLast(number: string, letter: string): string | undefined {
  const bare = letter.replace(/[(«“")»”]/gu, '');
  const kindOf = (part: string): string =>
    /^\p{Nd}/u.test(part) ? 'digits' : part === part.toLowerCase() ? 'small' : 'large';
  const parts = number.split('.');
  const at = parts.findLastIndex((part) => kindOf(part) === kindOf(bare));
  if (at < 0 || (at === 0 && kindOf(bare) === 'digits')) return undefined;
  return [...parts.slice(0, at), bare].join('.');
}

const ENCLOSED = new RegExp(
  String.raw`(?<number>${IN_HAN}|\p{Nd}{1,4})\s?(?:(?<range>${RANGE})|[、,，]|(?:${CONJUNCTION}))`,
  'giu',
);

/** With the numbers that are listed before the one that its name encloses: 五、 of 第五、七条. */
export function numbersEnclosed(last: PlaceStep, before: string): readonly PlaceStep[] {
  const steps: PlaceStep[] = [];
  let from: string | undefined;
  const push = (number: string): void => {
    steps.push({
      ...last,
      ...(from === undefined ? { number } : { number: from, through: number }),
    });
    from = undefined;
  };
  for (const { groups = {} } of before.matchAll(ENCLOSED)) {
    const number = plainAsked(groups['number'] ?? '');
    if (groups['range'] === undefined) push(number);
    else from ??= number;
  }
  push(last.number ?? '');
  return steps;
}

const ORDINALS_BEFORE = new RegExp(
  String.raw`${BEGIN}(?<counted>${COUNTED})(?:\s*,|,?\s+(?:${CONJUNCTION}))\s*$`,
  'iu',
);

/** With the ordinals that are listed before the last: "the first and third paragraphs". */
export function ordinalsBefore(last: PlaceStep, before: string): Listed {
  const steps = [last];
  let length = 0;
  for (
    let match = ORDINALS_BEFORE.exec(before);
    match?.groups !== undefined && steps.length < MAX_REFERENCES;
    match = ORDINALS_BEFORE.exec(before.slice(0, before.length - length))
  ) {
    steps.unshift({ ...last, position: positionOfCounted(match.groups['counted'] ?? '') });
    length += match[0].length;
  }
  return { steps, length };
}
