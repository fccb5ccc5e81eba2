import type { DateRules } from '../../rules/claim-rules.js';
import { CALENDAR } from '../calendar.js';

/** `march`, `may` and `august` are words as well: months beside a number only. */
const ALSO_WORDS: readonly string[] = ['march', 'may', 'august'];
const NAMES = [...CALENDAR.months, ...CALENDAR.shortMonths].join('|');
const MONTH = String.raw`(?<month>${NAMES})\b\.?`;
const ENDING = '(?:st|nd|rd|th)?';
const DAY =
  String.raw`(?<![\d.,])(?<day>[0-3]?\d)${ENDING}` +
  String.raw`(?:\s*(?:-|to|and)\s*(?<lastDay>[0-3]?\d)${ENDING})?`;
const YEAR = String.raw`(?<year>1[5-9]\d\d|20\d\d)(?!\d)`;
const OF = String.raw`\s+(?:of\s+)?`;
const SEPARATOR = String.raw`\s*,?\s+(?:of\s+)?`;

export const DATES: DateRules = {
  forms: [
    new RegExp(`${DAY}${OF}${MONTH}(?:${SEPARATOR}${YEAR})?`, 'gu'),
    new RegExp(String.raw`\b${MONTH}\s+(?:the\s+)?${DAY}(?!\d)(?:${SEPARATOR}${YEAR})?`, 'gu'),
    new RegExp(String.raw`\b${MONTH}${SEPARATOR}${YEAR}`, 'gu'),
  ],
  monthAlone: new RegExp(
    String.raw`\b(?<month>${CALENDAR.months.filter((name) => !ALSO_WORDS.includes(name)).join('|')})\b`,
    'gu',
  ),
};
