import { alternatives } from '../../../language/any-of.js';
import { rulesOf } from '../../../language/languages.js';
import { MAX_REFERENCES, REFERENCE_LOOK_AHEAD } from '../../settings.js';
import { retrievalRules } from '../retrieval-rules.js';
import { COUNTED, positionOfCounted, valueOfWord } from './number-words.js';
import { belowNumber } from './below-number.js';
import { BEGIN, CONJUNCTION, END_OF_NUMBER, END_OF_WORD, RANGE, SIGN } from './number-frame.js';
import { namesOf, NUMBERED_NAMES, UNNUMBERED_NAMES } from './place-names.js';
import { IN_DIGITS, IN_HAN, IN_LETTERS, isNumber, plainAsked } from './place-number.js';
import {
  lettersBehind,
  numbersBehind,
  numbersEnclosed,
  ordinalsBefore,
  wordsBehind,
} from './listed-numbers.js';
import type { PlaceStep } from './reference.js';
import { isWord } from './word-like.js';

/** One step of a place as a question has it: "articles 5 and 7", "the third principle". */
export interface Mention {
  /** Offsets in the question. */
  readonly start: number;
  readonly end: number;
  /** Several where it lists numbers; at least one. */
  readonly steps: readonly PlaceStep[];
  /** What all of them stand in, where that is said with them: the title 42 of "42 USC 1982". */
  readonly within?: PlaceStep;
}

const RULES = retrievalRules('references');
const wordsOf = (words: readonly (string | undefined)[]): string =>
  alternatives(words.flatMap((each) => each ?? []));

const NAMES = `(?:${NUMBERED_NAMES})`;
/** Of these, those behind a number that is enclosed: 第三条. */
const HAN_NAMES = `(?:${NUMBERED_NAMES.split('|')
  .filter((name) => /^\p{Script=Han}+$/u.test(name))
  .join('|')})`;
const FROM_END = wordsOf(RULES.flatMap(({ fromEnd }) => fromEnd ?? []));
const FROM_END_BEHIND = wordsOf(
  RULES.flatMap(({ fromEndBehind = [] }) => fromEndBehind.filter((words) => words !== '')),
);
const fromEnd = (lists: readonly (readonly string[])[]): { pattern: RegExp; position: number }[] =>
  lists.flatMap((list) =>
    list.map((words, i) => ({ pattern: new RegExp(`^(?:${words})$`, 'iu'), position: -1 - i })),
  );
const PLACES_FROM_END = fromEnd(RULES.map(({ fromEnd: words = [] }) => words));
const PLACES_BEHIND = fromEnd(RULES.map(({ fromEndBehind = [] }) => fromEndBehind));
const END_SIGN = wordsOf(RULES.map(({ endSign }) => endSign));
const INSERTING = wordsOf(rulesOf('parts').map(({ beforeInserted }) => beforeInserted));
const ENCLOSING = wordsOf(rulesOf('parts').map(({ beforeNumberOf }) => beforeNumberOf));

const NUMBER = [
  String.raw`\s*${SIGN}\(?(?<digits>${IN_DIGITS})${END_OF_NUMBER}(?:\)(?!\p{L}))?`,
  String.raw`\s*(?<han>${IN_HAN})${END_OF_WORD}`,
  String.raw`(?:[\s(«“"]|(?<=§))\s*${SIGN}[(«“"]?(?<letters>${IN_LETTERS})[)»”"]?${END_OF_NUMBER}`,
].join('|');

/** "42 U.S.C.", whose section follows. */
const CODE = String.raw`(?<![\p{L}\p{N}.-])(?<title>\p{Nd}{1,3})\s(?<code>\p{Lu}(?:\.?\s?\p{Lu}){2,4}\.?)\s`;
const CODE_ALONE = new RegExp(CODE, 'u');
const MENTION = new RegExp(
  [
    String.raw`(?<endSign>${END_SIGN})?(?:${ENCLOSING})[\s（(]?` +
      String.raw`(?<listed>(?:(?:${IN_HAN}|\p{Nd}{1,4})\s?(?:[、,，]|${RANGE}|${CONJUNCTION})` +
      String.raw`\s?(?:${ENCLOSING})?){0,5})` +
      String.raw`(?<enclosed>${IN_HAN}|\p{Nd}{1,4})[）)\s]?(?<enclosedName>${HAN_NAMES})` +
      String.raw`(?:(?:${INSERTING})(?<inserted>${IN_HAN}))?(?:\s?[（(](?<below>${IN_HAN}|\p{Nd}{1,3})[）)])?`,
    String.raw`${BEGIN}(?<name>${NAMES})(?:\s+(?<behind>${FROM_END_BEHIND})${END_OF_WORD}|\.?(?:${NUMBER}))`,
    `${BEGIN}(?:(?<last>${FROM_END})|(?<counted>${COUNTED}))\\s*(?<countedName>${NAMES})${END_OF_WORD}`,
    `${BEGIN}(?<bare>${UNNUMBERED_NAMES})${END_OF_WORD}`,
    String.raw`${CODE}(?:§{1,2}\s*)?(?<ofCode>${IN_DIGITS})${END_OF_NUMBER}`,
  ].join('|'),
  'giu',
);
/**
 * In every mention, and in few questions: to compile {@link MENTION} takes 70 ms, which the first
 * question would wait for.
 */
const ANY_NAME = new RegExp(
  String.raw`${BEGIN}${NAMES}(?:${END_OF_WORD}|(?<=[§\p{Script=Han}]))|${UNNUMBERED_NAMES}`,
  'iu',
);
const DOT_INSERTS = new RegExp(`^(?:${wordsOf(RULES.map(({ dotInserts }) => dotInserts))})$`, 'iu');

/** Places that a question names, step by step, in their order. */
export function mentionsIn(question: string): Mention[] {
  if (!ANY_NAME.test(question) && !CODE_ALONE.test(question)) return [];
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
  const position = positionIn(groups);
  if (position !== undefined) {
    const names = namesOf(groups['countedName'] ?? groups['enclosedName'] ?? groups['name'] ?? '');
    if (names.length === 0) return undefined;
    const step: PlaceStep = { names, position };
    const before = groups['counted'] === undefined ? '' : question.slice(0, start);
    const { steps, length } = ordinalsBefore(step, before.slice(-REFERENCE_LOOK_AHEAD));
    return { start: start - length, end, steps };
  }
  if (groups['ofCode'] !== undefined) return readCited(match, rest);
  const { enclosed, enclosedName, inserted, below, name = enclosedName ?? '' } = groups;
  const { digits, han, letters } = groups;
  const typed = enclosed ?? digits ?? han ?? letters ?? '';
  if (!isNumber(typed) || (letters !== undefined && isWord(letters, match[0], rest))) {
    return undefined;
  }
  const names = namesOf(name);
  if (names.length === 0) return undefined;
  const number =
    plainAsked(typed) +
    (inserted === undefined ? '' : `-${plainAsked(inserted)}`) +
    (below === undefined ? '' : `.${plainAsked(below)}`);
  const first: PlaceStep = { names, number, ...(DOT_INSERTS.test(name) ? { inserted: true } : {}) };
  if (valueOfWord(typed) !== undefined) {
    const { steps, length } = wordsBehind(first, rest);
    return { start, end: end + length, steps };
  }
  return enclosed === undefined
    ? withRest({ start, end, steps: [first] }, rest)
    : { start, end, steps: numbersEnclosed(first, groups['listed'] ?? '') };
}

/** Where it is counted: 3 for "third", -1 for "last"; undefined where a number is given. */
function positionIn(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { last, behind, counted, endSign, enclosed } = groups;
  if (endSign !== undefined && enclosed !== undefined) return -Number(plainAsked(enclosed));
  if (last !== undefined) return positionOf(last, PLACES_FROM_END);
  if (behind !== undefined) return positionOf(behind, PLACES_BEHIND);
  return counted === undefined ? undefined : positionOfCounted(counted);
}

function positionOf(words: string, places: typeof PLACES_FROM_END): number {
  return places.find(({ pattern }) => pattern.test(words))?.position ?? -1;
}

/** "42 USC 1982(a)": a section of a title. */
function readCited(
  { index: start, 0: matched, groups = {} }: RegExpExecArray,
  rest: string,
): Mention | undefined {
  const { title = '', code = '', ofCode = '' } = groups;
  // The pattern takes letters of either case.
  if (code !== code.toUpperCase()) return undefined;
  const step: PlaceStep = { names: ['sign', 'section'], number: plainAsked(ofCode) };
  const within: PlaceStep = { names: ['part'], number: title, ifAny: true };
  return { ...withRest({ start, end: start + matched.length, steps: [step] }, rest), within };
}

/** With what stands below its number, or is listed behind it. */
function withRest(
  {
    start,
    end,
    steps: [first],
  }: { readonly start: number; readonly end: number; readonly steps: readonly [PlaceStep] },
  rest: string,
): Mention {
  const below = belowNumber(first.number ?? '', rest);
  if (below !== undefined) {
    const number = `${first.number ?? ''}.${below.number}`;
    const listed = lettersBehind({ ...first, number }, rest.slice(below.length));
    return { start, end: end + below.length + listed.length, steps: listed.steps };
  }
  const { steps, length } = numbersBehind(first, rest);
  return { start, end: end + length, steps };
}
