import type { QuestionRules } from '../../rules/question-rules.js';
import { ANSWER_QUESTIONS } from './answering/answer-questions.js';
import { RETRIEVAL_QUESTIONS } from './retrieval/retrieval-questions.js';
import { WHOLE_DOCUMENT } from './whole-document/whole-document-questions.js';

export const QUESTIONS: QuestionRules = {
  retrieval: RETRIEVAL_QUESTIONS,
  answering: ANSWER_QUESTIONS,
  wholeDocument: WHOLE_DOCUMENT,
};
