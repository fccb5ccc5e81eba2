import type { FollowUpRules } from '../../../rules/retrieval-question-rules.js';

const PRONOUNS = [
  'it|its|itself|they|them|their|theirs|he|him|his|she|her|hers',
  'this|that|these|those|there|then|such|ones?',
  'both|former|latter|same|else|others?|too',
].join('|');
const OPENINGS = [
  'and|but|or|so|also',
  'what about|how about|why not|what for|why|how so|since when|like what|such as',
].join('|');
const PLACES = 'first|second|third|fourth|fifth|last|next|other|previous';

export const FOLLOW_UPS: FollowUpRules = {
  pointingBack: new RegExp(String.raw`\b(?:${PRONOUNS})\b`, 'iu'),
  goingOn: new RegExp(String.raw`^\s*(?:${OPENINGS})\b`, 'iu'),
  /** "the second one", "the last of the three", "the next?". */
  placeInList: new RegExp(String.raw`\bthe (?:${PLACES})\b(?: (?:one|of)\b|\s*\?|$)`, 'iu'),
};
