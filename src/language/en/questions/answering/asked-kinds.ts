import type { AnswerKind } from '../../../rules/answer-question-rules.js';
import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';
import { AMOUNTS, PLACES, QUANTITIES, TIMES, whatOrWhich } from './asked-nouns.js';
import { either } from './either.js';

/** Where a question, or one more in it, begins. */
const OPENING = String.raw`(?:^|[,;:–-]|\band|\bbut|\bor)\W*`;
/** "Which bank", "what countries": what is asked for has a name. */
const NAMED = [
  ...listed('person people man woman leaders? presidents? ministers? officials?'),
  ...listed('countr(?:y|ies) states? nations? governments? bod(?:y|ies) organi[sz]ations?'),
  ...listed('agenc(?:y|ies) institutions? compan(?:y|ies) banks?'),
  ...PLACES,
];
const HOW_MUCH = alternatives([...QUANTITIES, 'old']);
const SUMS = alternatives([...AMOUNTS, ...listed('sum salary turnover population')]);

/** Fits a question that asks for a thing of that kind. */
export const ASKS: Readonly<Record<AnswerKind, RegExp>> = {
  date: either(String.raw`${OPENING}(?:(?:since|until|till|from|by) )?when\b`, whatOrWhich(TIMES)),
  frequency: /\bhow (?:often|frequently|regularly)\b/iu,
  number: either(String.raw`\bhow (?:${HOW_MUCH})\b`, String.raw`\b(?:${SUMS})\b`),
  name: either(
    String.raw`${OPENING}(?:(?:by|with|from|to|for|of|under) )?who(?:se|m)?\b`,
    String.raw`${OPENING}where\b`,
    whatOrWhich(NAMED),
    String.raw`\bnames? of\b`,
    String.raw`\b(?:title|called|named)\b`,
  ),
};
