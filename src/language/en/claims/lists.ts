import type { ListRules } from '../../rules/claim-rules.js';

const CAPITALISED = String.raw`\p{Lu}[\p{L}’'-]*`;
const NUMBER = String.raw`\d(?:[\d.,–-]{0,20}\d)?`;
const ITEM =
  String.raw`(?:the )?(?:${CAPITALISED}|${NUMBER})` +
  String.raw`(?: (?:(?:of|the) ){0,2}${CAPITALISED}){0,4}`;
/** Longer lists are none of names: the longest of a treaty's parties has fewer. */
const MAX_COMMAS = 40;

export const LISTS: ListRules = {
  list: new RegExp(
    String.raw`(?<![\p{L}\p{N}’'-])${ITEM}` +
      `(?:(?:, ${ITEM}){0,${MAX_COMMAS}},? and ${ITEM}|(?:, ${ITEM}){2,${MAX_COMMAS}})`,
    'gu',
  ),
  separator: /,? and (?:the )?|, (?:the )?/u,
};
