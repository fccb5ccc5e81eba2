import type { QuantityRules } from '../../rules/claim-rules.js';
import { DATED_DOCUMENT_NOUNS } from '../document-nouns.js';

const NOUN = `(?:${DATED_DOCUMENT_NOUNS.join('|')})`;
const YEAR = String.raw`(?:1[5-9]|20)\d\d`;
const UP_TO_THREE_WORDS = String.raw`(?:\s+[\p{L}-]+){0,3}?`;
const DAY_AND_MONTH = String.raw`(?:\d{1,2}\s+\p{L}+,?\s+|\p{L}+\s+\d{1,2},?\s+)`;
const PART_NAMES = [
  String.raw`paragraphs?|paras?\.?|articles?|art\.?|sections?|chapters?|points?|principles?`,
  'items?|clauses?|parts?',
].join('|');

export const QUANTITIES: QuantityRules = {
  doubtful: ['one', 'first', 'zero'],
  beforeRest: ['and'],
  // "Every other year" is every two years.
  plainCounts: [[/\bevery (?:other|second) /gu, 'every two ']],
  // "The 2021 Declaration", "the text of 17 September 2021".
  datedDocument: new RegExp(
    String.raw`(?<!\d)${YEAR}${UP_TO_THREE_WORDS}\s+${NOUN}|` +
      String.raw`${NOUN}${UP_TO_THREE_WORDS}[\s,(]+${DAY_AND_MONTH}?${YEAR}(?!\d)`,
    'giu',
  ),
  numberedPart: new RegExp(
    String.raw`(?:\b(?:${PART_NAMES})|§)\s*(?<label>\d+(?:\.\d+)*|[IVXLC]+)`,
    'giu',
  ),
};
