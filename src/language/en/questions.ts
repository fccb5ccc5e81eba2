import type { QuestionRules } from '../question-rules.js';

export const QUESTIONS: QuestionRules = {};
