import type { WholeDocumentRules } from '../../../rules/whole-document-rules.js';
import { DOCUMENT_NOUNS } from '../../document-nouns.js';
import { listed } from '../../../listed.js';
import { INTENT_PROTOTYPES } from './intent-prototypes.js';
import { ORDINARY_QUESTIONS } from './ordinary-questions.js';
import { PARTIES } from './parties.js';

export const WHOLE_DOCUMENT: WholeDocumentRules = {
  prototypes: INTENT_PROTOTYPES,
  ordinary: ORDINARY_QUESTIONS,
  nouns: [
    ...DOCUMENT_NOUNS,
    ...listed('constitution statute law act code regulation directive resolution statement'),
    ...listed('communique memorandum manifesto contract policy bylaws paper thing'),
  ],
  anyText: listed('document documents text texts paper thing'),
  pointing: listed('this these present'),
  framing: [
    ...listed('hey hi hello good morning afternoon evening thanks dear'),
    ...listed('just wondering wonder curious quick quickly really actually basically roughly'),
    ...listed('whole entire full looking look time read reading list name general generally'),
    ...listed('know understand need want provide show talk homework exam'),
  ],
  parties: PARTIES,
};
