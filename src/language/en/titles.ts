import type { TitleRules } from '../language.js';

export const TITLES: TitleRules = {
  finiteVerb:
    /(?<![\p{L}\p{N}])(?:is|are|was|were|shall|will|must|should|may|might|can|has|had|been|be|do|does|did|declares?|agrees?|recalls?|reaffirms?|hereby|means?|includes?)(?![\p{L}\p{N}])/u,
  capitalClause: /^(?:HAVE|HAS|HEREBY|DO HEREBY|DECLARE|AGREE|WE|NOW,? THEREFORE)(?![\p{L}])/u,
  formula: /^(?:done|signed|in witness|in faith)(?![\p{L}])/iu,
  closingFormula:
    /^(?:done (?:at|in|on|this)|in (?:witness|faith|testimony) (?:whereof|of which)|(?:adopted|signed|issued) (?:at|in|on))(?![\p{L}])/iu,
  shortForms: ['No', 'St', 'Dr', 'Mr', 'Mrs', 'Ms'],
  dayEndings: ['st', 'nd', 'rd', 'th'],
};
