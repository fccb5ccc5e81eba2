import type { DocumentNameRules } from '../../../rules/retrieval-question-rules.js';
import { DOCUMENT_NOUNS } from '../../document-nouns.js';

const ALL = 'both|two|each of the|all of the|all the|all';
const TEXTS = 'declarations|documents|texts|treaties|charters';
const TEXT = 'declaration|document|text|treaty|charter';

export const DOCUMENT_NAMES: DocumentNameRules = {
  /** "both declarations", "each of the two texts", "the two documents", "what each text says". */
  allOfThem: new RegExp(
    String.raw`\b(?:${ALL})(?: two| of the| these)? (?:${TEXTS})\b|\beach (?:${TEXT})\b|\bdeclaration each\b`,
    'iu',
  ),
  nouns: DOCUMENT_NOUNS,
  comparing: ['compare', 'both', 'each', 'two'],
};
