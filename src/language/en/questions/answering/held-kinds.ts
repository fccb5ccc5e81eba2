import type { AnswerKind } from '../../../rules/answer-question-rules.js';
import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';
import { CALENDAR } from '../../calendar.js';

/** In a declaration those who act are bodies as often as people. */
const BODIES = alternatives([
  ...listed('states countries governments? chair(?:man|woman|person)? president treasurer'),
  ...listed('secretary director delegates? assembly board congress courts? judges? council'),
  ...listed('committee commission bank secretariat organi[sz]ations? ministers? parties'),
  ...listed('parliaments? chamber institutes? institutions? union association authorities'),
  ...listed('centres? participants signatories heads'),
]);
/** Without "one": it stands for somebody as often as it counts. */
const NUMBER_WORDS = alternatives([
  ...listed('two three four five six seven eight nine ten eleven twelve'),
  ...listed('hundreds? thousands? millions? billions? dozens?'),
]);
const MONTH = `(?:${alternatives(CALENDAR.months)})`;
const TIMES = alternatives([
  ...CALENDAR.weekdays,
  ...listed('midnight noon night morning evening spring summer autumn winter'),
]);
const FREQUENCIES = alternatives(
  listed(
    'every each annual(?:ly)? yearly monthly weekly daily once twice times ' +
      'regular(?:ly)? permanent(?:ly)?',
  ),
);

/** Every thing of that kind in a text; all but names whether or not they have capitals. */
export const HOLDS: Readonly<Record<AnswerKind, RegExp>> = {
  date: every('giu', [
    String.raw`\b(?:1[89]|20)\d\d\b`,
    String.raw`\b${MONTH} \d{1,2}\b`,
    String.raw`\b\d{1,2} ${MONTH}\b`,
    String.raw`\b(?:in|every|each|of|by|until|from|since) ${MONTH}\b`,
    String.raw`\b(?:${TIMES})s?\b`,
    String.raw`\b\d{1,2}[:.]\d\d\b`,
    String.raw`\b(?:days?|weeks?|months?|years?) (?:after|before|from|of)\b`,
    String.raw`\b(?:every|once an?) (?:day|week|month|year)\b`,
  ]),
  frequency: every('giu', [String.raw`\b(?:${FREQUENCIES})\b`]),
  number: every('giu', [String.raw`\d+(?:[.,]\d+)*`, String.raw`\b(?:${NUMBER_WORDS})\b`]),
  // Words with a capital that do not open a sentence or a quotation, and bodies.
  name: every('gu', [
    String.raw`(?<=[\p{L}\p{N},;:)”"’–-] ["“(]?)\p{Lu}[\p{L}’'-]+`,
    String.raw`(?<=\p{L} ["“(])\p{Lu}[\p{L}’'-]+`,
    String.raw`\b(?:${BODIES})\b`,
  ]),
};

/** Names that nearly every paragraph of a treaty has. */
export const NAMES_EVERYWHERE = listed(
  'member members states state parties declaration treaty convention charter the',
);

function every(flags: string, patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), flags);
}
