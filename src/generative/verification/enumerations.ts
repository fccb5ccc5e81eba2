const NAME = String.raw`(?:the )?(?:\p{Lu}[\p{L}’'-]*|\d(?:[\d.,–-]{0,20}\d)?)(?: (?:(?:of|the) ){0,2}\p{Lu}[\p{L}’'-]*){0,4}`;
/** Longer lists are none of names. */
const MAX_COMMAS = 40;
const LIST = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])${NAME}(?:(?:, ${NAME}){0,${MAX_COMMAS}},? and ${NAME}|(?:, ${NAME}){2,${MAX_COMMAS}})`,
  'gu',
);

/**
 * The lists of names, years and numbers in a text, in order, each with its items: "Kazakhstan, the
 * Kyrgyz Republic and China", "1996 and 1997".
 */
export function enumerationsIn(text: string): string[][] {
  return [...text.matchAll(LIST)].map(([list]) => list.split(/,? and (?:the )?|, (?:the )?/u));
}
