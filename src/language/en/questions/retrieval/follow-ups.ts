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
      String.raw`\bit\b(?<!\b(?:is|was|be) it(?= (?:\p{L}+ ){1,2}(?:that|to|for|if|when)\b))(?! matters?\b)`,
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
  adding:
    /\b(?:else|others|too|as well|both|same)\b|\bthe (?:two|three|four|rest|other)\b(?=\s*(?:[?.!,]|$)| (?:of|get|do|did|are|is|have|will|want|should|can|could)\b)/iu,
  speakers: new RegExp(
    String.raw`\b(?:they|their|theirs|themselves)\b|\b(?:these|those) (?:${SPEAKERS})\b`,
    'iu',
  ),
};
