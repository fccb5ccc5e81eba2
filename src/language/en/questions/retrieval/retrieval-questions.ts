import type { RetrievalQuestionRules } from '../../../rules/retrieval-question-rules.js';
import { CONDENSING } from './condensing.js';
import { DOCUMENT_NAMES } from './document-names.js';
import { FOLLOW_UPS } from './follow-ups.js';
import { REFERENCES } from './references.js';
import { SUB_QUESTIONS } from './sub-questions.js';

export const RETRIEVAL_QUESTIONS: RetrievalQuestionRules = {
  references: REFERENCES,
  followUps: FOLLOW_UPS,
  subQuestions: SUB_QUESTIONS,
  documentNames: DOCUMENT_NAMES,
  condensing: CONDENSING,
};
