import { alternatives } from '../../../language/any-of.js';
import { rulesOf } from '../../../language/languages.js';
import { MAX_REFERENCES, REFERENCE_LOOK_AHEAD } from '../../settings.js';
import { retrievalRules } from '../retrieval-rules.js';
import { ORDINAL_WORDS, valueOfWord } from './number-words.js';
import { namesOf, NUMBERED_NAMES, UNNUMBERED_NAMES } from './place-names.js';
import { IN_DIGITS, IN_HAN, IN_LETTERS, isNumber, plainAsked } from './place-number.js';
import type { PlaceStep } from './reference.js';

/** One step of a place as a question has it: "articles 5 and 7", "the third principle". */
export interface Mention {
  /** Offsets in the question. */
  readonly start: number;
  readonly end: number;
  /** Several where it lists numbers; at least one. */
  readonly steps: readonly PlaceStep[];
}

const RULES = retrievalRules('references');
const wordsOf = (words: readonly (string | undefined)[]): string =>
  alternatives(words.flatMap((each) => each ?? []));

const NAMES = `(?:${NUMBERED_NAMES})`;
/** Of these, those behind a number that is enclosed: 第三条. */
const HAN_NAMES = `(?:${NUMBERED_NAMES.split('|')
  .filter((name) => /^\p{Script=Han}+$/u.test(name))
  .join('|')})`;
const SIGN = `(?:(?:${wordsOf(RULES.map(({ numberSign }) => numberSign))})\\s*)?`;
const RANGE = `[-–—]|${wordsOf(RULES.map(({ range }) => range))}`;
const CONJUNCTION = wordsOf(RULES.map(({ conjunction }) => conjunction));
const LAST = wordsOf(RULES.map(({ last }) => last));
const ENDING = wordsOf(RULES.map(({ ordinalEnding }) => ordinalEnding));
const INSERTING = wordsOf(rulesOf('parts').map(({ beforeInserted }) => beforeInserted));
const ENCLOSING = wordsOf(rulesOf('parts').map(({ beforeNumberOf }) => beforeNumberOf));

const HAN = String.raw`\p{Script=Han}`;
/** A word begins here, or a character of a script that has no blanks between words. */
const BEGIN = String.raw`(?:(?<![\p{L}\p{N}])|(?<=${HAN})|(?=${HAN}))`;
const END_OF_WORD = String.raw`(?=$|\P{L}|${HAN})`;
const END_OF_NUMBER = String.raw`(?![\p{L}\p{N}]|[.-]\p{Nd})`;
const COUNTED = `(?:${ORDINAL_WORDS})|\\p{Nd}{1,3}(?:${ENDING})`;
const NUMBER = [
  String.raw`\s*${SIGN}\(?(?<digits>${IN_DIGITS})${END_OF_NUMBER}(?:\)(?!\p{L}))?`,
  String.raw`\s*(?<han>${IN_HAN})${END_OF_WORD}`,
  String.raw`(?:[\s(«“"]|(?<=§))\s*${SIGN}[(«“"]?(?<letters>${IN_LETTERS})[)»”"]?${END_OF_NUMBER}`,
].join('|');

const MENTION = new RegExp(
  [
    String.raw`(?:${ENCLOSING})[\s（(]?(?<enclosed>${IN_HAN}|\p{Nd}{1,4})[）)\s]?(?<enclosedName>${HAN_NAMES})` +
      String.raw`(?:(?:${INSERTING})(?<inserted>${IN_HAN}))?(?:\s?[（(](?<below>${IN_HAN}|\p{Nd}{1,3})[）)])?`,
    String.raw`${BEGIN}(?<name>${NAMES})\.?(?:${NUMBER})`,
    `${BEGIN}(?:(?<last>${LAST})|(?<counted>${COUNTED}))\\s*(?<countedName>${NAMES})${END_OF_WORD}`,
    `${BEGIN}(?<bare>${UNNUMBERED_NAMES})${END_OF_WORD}`,
  ].join('|'),
  'giu',
);
/**
 * In every mention, and in few questions: to compile {@link MENTION} takes 70 ms, which the first
 * question would wait for.
 */
const ANY_NAME = new RegExp(`${NAMES}|${UNNUMBERED_NAMES}`, 'iu');
/** "45 to 48", "5, 6 and 7": what follows the first number. */
const NEXT_NUMBER = new RegExp(
  String.raw`^\s*(?:(?<range>${RANGE})|[,&、]|,?\s*(?:${CONJUNCTION}))\s*` +
    String.raw`(?<number>(?!\p{Nd}{4})${IN_DIGITS}|[IVXLC]+)${END_OF_NUMBER}`,
  'iu',
);
const WORD_LIKE = new RegExp(
  `^(?:I|${wordsOf(RULES.map(({ wordLike }) => wordLike?.numbers))})$`,
  'u',
);
const AFTER_WORD_LIKE = new RegExp(
  [
    String.raw`^\s*(?:$|[?.,;:)»”"]`,
    `(?:${wordsOf(RULES.map(({ wordLike }) => wordLike?.before))})${END_OF_WORD}`,
    String.raw`${NAMES}\.?\s)`,
  ].join('|'),
  'iu',
);

const DOT_INSERTS = new RegExp(`^(?:${wordsOf(RULES.map(({ dotInserts }) => dotInserts))})$`, 'iu');

/** ", B, 3" behind "Article II": a capital is none of the sentence, unless it is "I" or "A". */
const LETTERED_BELOW =
  /^,\s?(?:[B-HJ-Z]|A(?=\s?[,?!]|$))(?![\p{L}\p{N}'’.])(?:,\s?\p{Nd}{1,2}(?![\p{L}\p{N}]|\.\p{Nd}))?/u;

/** Places that a question names, step by step, in their order. */
export function mentionsIn(question: string): Mention[] {
  if (!ANY_NAME.test(question)) return [];
  const mentions: Mention[] = [];
  MENTION.lastIndex = 0;
  for (
    let match = MENTION.exec(question);
    match !== null && mentions.length < MAX_REFERENCES;
    match = MENTION.exec(question)
  ) {
    const mention = read(match, question);
    if (mention === undefined) MENTION.lastIndex = match.index + 1;
    else {
      mentions.push(mention);
      MENTION.lastIndex = mention.end;
    }
  }
  return mentions;
}

function read(match: RegExpExecArray, question: string): Mention | undefined {
  const { index: start, groups = {} } = match;
  const end = start + match[0].length;
  const rest = question.slice(end, end + REFERENCE_LOOK_AHEAD);
  if (groups['bare'] !== undefined) return { start, end, steps: [{ names: ['preamble'] }] };
  if (groups['countedName'] !== undefined) {
    const { last, counted = '' } = groups;
    const position =
      last !== undefined ? -1 : (valueOfWord(counted) ?? Number.parseInt(counted, 10));
    return { start, end, steps: [{ names: namesOf(groups['countedName']), position }] };
  }
  const {
    enclosed,
    enclosedName,
    inserted,
    below,
    name = enclosedName ?? '',
    digits,
    han,
    letters,
  } = groups;
  const typed = enclosed ?? digits ?? han ?? letters ?? '';
  if (!isNumber(typed) || (letters !== undefined && isWord(letters, match[0], rest))) {
    return undefined;
  }
  const number =
    plainAsked(typed) +
    (inserted === undefined ? '' : `-${plainAsked(inserted)}`) +
    (below === undefined ? '' : `.${plainAsked(below)}`);
  const first: PlaceStep = {
    names: namesOf(name),
    number,
    ...(DOT_INSERTS.test(name) ? { inserted: true } : {}),
  };
  const lettered = LETTERED_BELOW.exec(rest)?.[0];
  if (lettered !== undefined) {
    const below = lettered.replace(/\s/gu, '').replaceAll(',', '.');
    return { start, end: end + lettered.length, steps: [{ ...first, number: number + below }] };
  }
  const { steps, length } =
    enclosed === undefined ? withNext(first, rest) : { steps: [first], length: 0 };
  return { start, end: end + length, steps };
}

/** Whether letters that may be a number are a word of the sentence: "any articles I should read". */
function isWord(letters: string, matched: string, rest: string): boolean {
  const isQuoted = /[(«“"]/u.test(matched);
  return !isQuoted && WORD_LIKE.test(letters) && !AFTER_WORD_LIKE.test(rest);
}

/** With the numbers that are listed behind the first. */
function withNext(
  first: PlaceStep,
  rest: string,
): { readonly steps: readonly PlaceStep[]; readonly length: number } {
  const steps = [first];
  let length = 0;
  for (
    let match = NEXT_NUMBER.exec(rest);
    match?.groups !== undefined && steps.length < MAX_REFERENCES;
    match = NEXT_NUMBER.exec(rest.slice(length))
  ) {
    const { range, number: typed = '' } = match.groups;
    const after = rest.slice(length + match[0].length);
    // In small letters it is the next word: "§ 9, cl. 2".
    if (!isNumber(typed) || /^\p{Ll}/u.test(typed) || isWord(typed, match[0], after)) break;
    const number = plainAsked(typed);
    const last = steps.at(-1);
    if (range !== undefined && last !== undefined) {
      steps.splice(-1, 1, { ...last, through: number });
    } else steps.push({ ...first, number });
    length += match[0].length;
  }
  return { steps, length };
}
