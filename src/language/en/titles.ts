import { alternatives } from '../any-of.js';
import type { TitleRules } from '../language.js';
import { listed } from '../listed.js';

/** As titles write them: in small letters. */
const FINITE_VERBS = alternatives(
  listed(
    'is are was were shall will must should may might can has had been be do does did declare ' +
      'declares agree agrees recall recalls reaffirm reaffirms hereby mean means include includes',
  ),
);

export const TITLES: TitleRules = {
  finiteVerb: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${FINITE_VERBS})(?![\p{L}\p{N}])`, 'u'),
  capitalClause: /^(?:HAVE|HAS|HEREBY|DO HEREBY|DECLARE|AGREE|WE|NOW,? THEREFORE)(?![\p{L}])/u,
  formula: /^(?:done|signed|in witness|in faith)(?![\p{L}])/iu,
  closingFormula: new RegExp(
    String.raw`^(?:done (?:at|in|on|this)|in (?:witness|faith|testimony) (?:whereof|of which)` +
      String.raw`|(?:adopted|signed|issued) (?:at|in|on))(?![\p{L}])`,
    'iu',
  ),
  shortForms: ['No', 'St', 'Dr', 'Mr', 'Mrs', 'Ms'],
  dayEndings: ['st', 'nd', 'rd', 'th'],
};
