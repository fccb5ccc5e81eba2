import { CLAIM_RULES } from '../claim-words.js';

const LISTS = CLAIM_RULES.map(({ lists }) => lists);

/**
 * The lists of names, years and numbers in a text, in order, each with its items: "Kazakhstan, the
 * Kyrgyz Republic and China", "1996 and 1997".
 */
export function enumerationsIn(text: string): string[][] {
  return LISTS.flatMap(({ list, separator }) =>
    [...text.matchAll(list)].map(([items]) => items.split(separator)),
  );
}
