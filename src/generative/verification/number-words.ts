import { rulesOf } from '../../language/languages.js';

/** The first word for tens is twenty. */
const FIRST_TENS = 20;

const inOrder = (words: readonly string[]): (readonly [string, number])[] =>
  words.map((word, value) => [word, value] as const);

/** Values of number words, cardinal and ordinal, up to ninety. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  rulesOf('numbers').flatMap(({ cardinals, ordinals, tens, ordinalOfTens }) => [
    ...inOrder(cardinals),
    ...inOrder(ordinals),
    ...tens.flatMap((word, i) => {
      const value = FIRST_TENS + 10 * i;
      return [[word, value] as const, [ordinalOfTens(word), value] as const];
    }),
  ]),
);

/** What a number before it is multiplied by. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  rulesOf('numbers').flatMap(({ scales }) => scales),
);
