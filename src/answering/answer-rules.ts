import type { AnswerQuestionRules } from '../language/rules/answer-question-rules.js';
import { rulesOf } from '../language/languages.js';

/** What answering knows of each language that has such rules. One that holds in any of them holds. */
export const ANSWER_RULES: readonly AnswerQuestionRules[] = rulesOf('questions').flatMap(
  ({ answering }) => answering ?? [],
);
