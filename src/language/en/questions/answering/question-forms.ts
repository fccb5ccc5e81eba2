import type { AnswerQuestionRules } from '../../../rules/answer-question-rules.js';
import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';
import { AMOUNTS, PLACES, QUANTITIES, TIMES, whatOrWhich } from './asked-nouns.js';
import { either } from './either.js';

const AUXILIARIES = listed(
  'is are was were am do does did can could may might must shall should will would has have had',
);
/** Whoever is asked for by "which …": one person, or bodies of any number. */
const PERSONS = listed(
  'person people man woman leader president minister official ' +
    'countr(?:y|ies) states? nations? body bodies organi[sz]ations? agency agencies',
);
const REASONS = listed('reasons? purposes? causes? grounds');

const AUXILIARY = `(?:${alternatives(AUXILIARIES)})`;
const HOW_MUCH = alternatives([...QUANTITIES, 'expensive', 'strong']);
const SIZES = alternatives([
  ...AMOUNTS,
  'size of',
  'share of',
  '(?:authori[sz]ed|share|registered) capital',
]);

export const FORMS: AnswerQuestionRules['forms'] = {
  when: either(
    String.raw`\bwhen\b`,
    whatOrWhich(TIMES),
    String.raw`\bhow (?:long|soon|old|often|frequently)\b`,
    String.raw`\bby what date\b`,
    String.raw`\bdeadline\b`,
  ),
  'how-many': either(String.raw`\bhow (?:${HOW_MUCH})\b`, String.raw`\b(?:${SIZES})\b`),
  who: either(
    String.raw`\bwho(?:se|m)?\b`,
    whatOrWhich(PERSONS),
    String.raw`\bname of the (?:person|head|author)\b`,
  ),
  where: either(
    String.raw`\bwhere\b`,
    whatOrWhich([...PLACES, ...listed('locations? address(?:es)? capital')]),
  ),
  why: either(
    String.raw`\bwhy\b`,
    String.raw`\bwhat for\b`,
    whatOrWhich(REASONS),
    String.raw`\bhow come\b`,
  ),
  'yes-no': either(
    String.raw`^\W*(?:(?:and|but|so|or|well|also)\W+)?${AUXILIARY}(?:n['’]t)?\b`,
    String.raw`[.,;]\s*${AUXILIARY}\b[^.?]*\?\s*$`,
  ),
  how: /\bhow\b/iu,
};
