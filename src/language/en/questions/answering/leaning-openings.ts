import type { LeaningRules } from '../../../rules/answer-question-rules.js';
import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';

const PRONOUNS = listed('they it he she this these those such its their his her');
const CONNECTIVES: readonly string[] = [
  'in this (?:context|regard|respect|connection)',
  'in that (?:context|regard)',
  'to this end',
  'to that end',
  'at the same time',
  'for this purpose',
  'as a result',
  ...listed('therefore thus moreover furthermore nevertheless however'),
];
const OPENINGS = alternatives([...PRONOUNS, ...CONNECTIVES]);

export const LEANING: LeaningRules = {
  sentenceOpening: new RegExp(String.raw`^(?:${OPENINGS})\b`, 'iu'),
  // What stands before "they" is a phrase and no sentence: 40 characters, chosen by hand.
  pronounOpening: /^(?:(?:In|To|For|At|On) [^,.]{1,40}, )?they\b/iu,
  subject: /^(?:The )?\p{Lu}[\p{L}-]*(?: (?:(?:of|and|the|for) )*\p{Lu}[\p{L}-]*)*(?= \p{Ll})/u,
  // "Member States", "Heads of State".
  plural: /(?:s|\p{L}s of .+)$/u,
  inMidSentence: (subject) => subject.replace(/^The /u, 'the '),
};
