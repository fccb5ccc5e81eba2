import type { NameRules } from '../../rules/claim-rules.js';
import { listed } from '../../listed.js';
import { TITLED_DOCUMENT_NOUNS } from '../document-nouns.js';

const WORD = String.raw`[\p{L}\p{N}-]+`;
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{N}]*`;

export const NAMES: NameRules = {
  links: listed('of the and for on to in de'),
  shortFormPlurals: ['s'],
  calendarPlurals: ['s'],
  letteredWords: listed('of and the for east'),
  everydayParts: listed(
    'republic federation state states member members heads president government forum ' +
      'declaration organization organisation',
  ),
  commonEnding: new RegExp(
    '(?:ly|ing|ed|ion|ions|ment|ments|ness|ity|ities|ers|wise|ful|ous|ive)$',
    'u',
  ),
  documentNouns: TITLED_DOCUMENT_NOUNS,
  placed: new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?<kind>(?:${WORD} )?)(?<thing>[\p{L}\p{N}]+) ` +
      `(?:in|at) (?:the )?(?<place>${CAPITALISED})`,
    'gu',
  ),
  owned: new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<owner>${CAPITALISED})['’]s? (?<things>${WORD}(?: ${WORD}){0,3} ?)`,
    'gu',
  ),
};
