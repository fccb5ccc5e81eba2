import type { QuestionRules } from '../question-rules.js';
import { ANSWER_QUESTIONS } from './answering/answer-questions.js';
import { RETRIEVAL_QUESTIONS } from './questions/retrieval.js';

export const QUESTIONS: QuestionRules = {
  retrieval: RETRIEVAL_QUESTIONS,
  answering: ANSWER_QUESTIONS,
};
