import type { QuestionAimRules } from '../../../rules/answer-question-rules.js';
import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';
import { either } from './either.js';

const GREETINGS = alternatives(listed('hi hello hey please so ok well'));
/** "Could you please … (me)": what is wanted is the answer. */
const TO_ANSWER = alternatives([
  ...listed('tell explain show say remind find list describe summari[sz]e help'),
  'give me',
]);
const POLITE_OPENINGS = alternatives([
  String.raw`(?:can|could|would|will) you (?:please )?(?:${TO_ANSWER})(?: (?:me|us|to me|out))?`,
  'do you (?:happen to )?know',
  'are you aware',
  '(?:please )?(?:tell|show|remind) me',
  "i(?:'d| would) (?:like|love) (?:you to tell me|to know)",
  'i (?:want|need) to know',
  'thank you',
]);
const ORDERS = alternatives(
  listed(
    'book order buy send write compose translate draw play pretend imagine act ignore forget ' +
      'disregard repeat print reveal output generate sing recommend',
  ),
);
const COURTESIES = alternatives([
  ...listed('thx hello hi hey bye goodbye ok(?:ay)? great cool nice perfect sorry'),
  '(?:many )?thanks',
  'thank you',
  'good (?:morning|afternoon|evening|day|night)',
  'very much',
  'a lot',
  'so much',
  'how are you',
]);
/** How things stand today, and which is most: what is agreed on one day seldom says. */
const PRESENT_OR_MOST = alternatives([
  ...listed('current(?:ly)? now(?:adays)? today tomorrow latest newest previous'),
  ...listed('biggest largest smallest highest lowest best worst richest poorest oldest'),
  'so far',
  'at the moment',
  'this year',
]);
/** "The last paragraph", "next to": a place, not a rank. */
const AFTER_A_PLACE = alternatives(
  listed('door to of paragraphs? articles? sections? parts? lines? sentences? words? steps?'),
);

export const AIM: QuestionAimRules = {
  politeOpening: new RegExp(String.raw`^\W*(?:(?:${GREETINGS})\W+)*(?:${POLITE_OPENINGS})\b`, 'iu'),
  toTheService: /\byou(?:r|rs|rself)?\b/iu,
  order: either(
    String.raw`^\W*(?:please )?(?:${ORDERS})\b`,
    String.raw`\b(?:tell|write|give) me an? (?:joke|poem|story|recipe)\b`,
  ),
  courtesy: new RegExp(String.raw`^\W*(?:(?:${COURTESIES})\W*)+$`, 'iu'),
  rankOrPresent: either(
    String.raw`\b(?:${PRESENT_OR_MOST})\b`,
    String.raw`\b(?:first|last|next)\b(?! (?:${AFTER_A_PLACE})\b)`,
  ),
};
