import { alternatives } from '../../../language/any-of.js';
import { rulesOf } from '../../../language/languages.js';
import { withVowels } from '../../../language/with-vowels.js';
import { retrievalRules } from '../retrieval-rules.js';

/** The first word for tens is twenty. */
const FIRST_TENS = 20;

interface NumberWord {
  /** Alternatives of a regular expression. */
  readonly words: string;
  readonly value: number;
}

function fromOne(words: readonly string[] = []): NumberWord[] {
  return words.map((each, i) => ({ words: each, value: i + 1 }));
}

/** "twenty", "twenty-one": a word for tens alone and with each of the units. */
function withTens(tens: readonly string[], units: readonly string[]): NumberWord[] {
  return tens.flatMap((word, i) =>
    units.slice(1, 10).map((unit, j) => ({
      words: String.raw`${word}[-\s]${unit}`,
      value: FIRST_TENS + 10 * i + j + 1,
    })),
  );
}

const PARTS = rulesOf('parts');
const CARDINALS: readonly NumberWord[] = [
  ...rulesOf('numbers').flatMap(({ cardinals, tens }) => [
    ...withTens(tens, cardinals),
    ...fromOne(cardinals.slice(1)),
    ...tens.map((words, i) => ({ words, value: FIRST_TENS + 10 * i })),
  ]),
  ...PARTS.flatMap(({ numberWords }) => fromOne(numberWords)),
];
const ORDINALS: readonly NumberWord[] = [
  ...rulesOf('numbers').flatMap(({ ordinals, tens, ordinalOfTens }) => [
    ...withTens(tens, ordinals),
    ...tens.map((word, i) => ({ words: ordinalOfTens(word), value: FIRST_TENS + 10 * i })),
  ]),
  ...retrievalRules('references').flatMap(({ ordinals }) => fromOne(ordinals)),
  ...PARTS.flatMap(({ ordinalWords = [] }) => ordinalWords.flatMap(fromOne)),
  ...PARTS.flatMap(({ itemWords = [] }) => fromOne(withVowels(itemWords))),
  ...PARTS.flatMap(({ firstNumber = [] }) => firstNumber.map((words) => ({ words, value: 1 }))),
];
const VALUES = [...CARDINALS, ...ORDINALS].map(({ words, value }) => ({
  pattern: new RegExp(`^(?:${words})$`, 'iu'),
  value,
}));

/** "third", as alternatives of a regular expression. */
const ORDINAL_WORDS: string = alternatives(ORDINALS.map(({ words }) => words));
const ENDING = alternatives(
  retrievalRules('references').flatMap(({ ordinalEnding }) => ordinalEnding ?? []),
);
/** The same and "14th". */
export const COUNTED = `(?:${ORDINAL_WORDS})|\\p{Nd}{1,3}(?:${ENDING})`;
/** The same and "three". */
export const NUMBER_WORDS: string = alternatives(
  [...CARDINALS, ...ORDINALS].map(({ words }) => words),
);

/** 26 for "twenty-six"; undefined for what is no number word. */
export function valueOfWord(word: string): number | undefined {
  return VALUES.find(({ pattern }) => pattern.test(word))?.value;
}

/** 3 for "third" and "3rd". */
export function positionOfCounted(counted: string): number {
  return valueOfWord(counted) ?? Number.parseInt(counted, 10);
}
