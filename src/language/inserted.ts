import { INSERTED as LATIN } from './la/inserted.js';
import { rulesOf } from './languages.js';

const ALL: readonly (readonly string[])[] = [
  LATIN,
  ...rulesOf('parts').flatMap(({ inserted }) => (inserted === undefined ? [] : [inserted])),
];

/** What stands behind the number of an article that was put in later: alternatives of a regular expression. */
export const INSERTED_WORDS: string = ALL.flat().join('|');

/** 1 for `bis`, 2 for `ter`; 0 for what is no such word. */
export function insertedPlace(word: string): number {
  const lower = word.toLowerCase();
  return Math.max(...ALL.map((words) => words.indexOf(lower))) + 1;
}
