import type { QuestionRules } from '../question-rules.js';
import { ANSWER_QUESTIONS } from './answering/answer-questions.js';

export const QUESTIONS: QuestionRules = { answering: ANSWER_QUESTIONS };
