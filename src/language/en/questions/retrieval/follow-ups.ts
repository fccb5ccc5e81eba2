import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';
import type { FollowUpRules } from '../../../rules/retrieval-question-rules.js';
import { DOCUMENT_NOUNS } from '../../document-nouns.js';

const OPENINGS = [
  '(?:and|but|or|so|also|then)',
  '(?:what|how) about',
  '(?:what for|why not|how so|since when|like what|such as)',
].join('|');
const PLACES = 'first|second|third|fourth|fifth|last|next|other|previous';
const PERSONS = 'its|he|him|his|she|hers?|them|the former|the latter';
/** "This declaration" is the text that is asked. */
const TEXTS = alternatives(DOCUMENT_NOUNS);
/** "These countries" are those whose text it is. */
const SPEAKERS = alternatives(
  listed('countries nations states leaders governments members peoples participants parties'),
);
/** "Is it true that …" points to nothing. */
const SAID_OF_CLAUSES = alternatives(
  listed(
    'true right ok okay fair enough possible necessary important allowed permitted forbidden legal',
  ),
);
/** Before "that" and "then", which are seldom pronouns elsewhere. */
const PREPOSITIONS = alternatives(
  listed('on of for about with in by to from after before at besides than like since until'),
);
const AUXILIARIES = alternatives(
  listed('is was are were does did do would will can could should has had have must'),
);

export const FOLLOW_UPS: FollowUpRules = {
  goingOn: new RegExp(String.raw`^\W*(?:${OPENINGS})\b|^\W*(?:why|when|where|who|how)\W*$`, 'iu'),
  /** "the second one", "the last of the three", "the next?". */
  placeInList: new RegExp(
    String.raw`\bthe (?:${PLACES})\b(?: ones?\b| of (?:the|these|those|them)\b|\s*\?|$)`,
    'iu',
  ),
  pointingBack: new RegExp(
    [
      String.raw`\b(?:${PERSONS})\b`,
      // Not "is it true that …".
      String.raw`\bit\b(?<!\b(?:is|was|be) it(?= (?:all )?(?:${SAID_OF_CLAUSES})\b))(?! matters?\b)`,
      String.raw`\b(?:this|these)\b(?! (?:${TEXTS}|${SPEAKERS})\b)`,
      String.raw`\b(?:${PREPOSITIONS}) (?:that|then)\b`,
      String.raw`\b(?:${AUXILIARIES}) that\b|\bthat\s*(?:[?.!,]|$)`,
      String.raw`\bthose\b(?! (?:who|that|which|whose|of|${TEXTS}|${SPEAKERS})\b)`,
      // Not "is there a …", "there are …".
      String.raw`\bthere\s*(?:[?.!,]|$)|\b(?:in|over|up) there\b`,
      String.raw`\b(?:which|that|this|another) ones?\b`,
    ].join('|'),
    'iu',
  ),
  adding: new RegExp(
    [
      String.raw`\b(?:else|others|too|as well|both|same)\b`,
      // Not "the three evils".
      String.raw`\bthe (?:two|three|four|rest|other)\s*(?:[?.!,]|$)`,
      String.raw`\bthe (?:two|three|four|rest|other) (?:of|get|${AUXILIARIES})\b`,
    ].join('|'),
    'iu',
  ),
  speakers: new RegExp(
    String.raw`\b(?:they|their|theirs|themselves)\b|\b(?:these|those) (?:${SPEAKERS})\b`,
    'iu',
  ),
};
