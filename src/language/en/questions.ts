import type { QuestionRules } from '../question-rules.js';
import { RETRIEVAL_QUESTIONS } from './questions/retrieval.js';

export const QUESTIONS: QuestionRules = { retrieval: RETRIEVAL_QUESTIONS };
