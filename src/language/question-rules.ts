import type { AnswerQuestionRules } from './answer-question-rules.js';

/** How questions are asked in a language. */
export interface QuestionRules {
  /** What answering has to know of them. */
  readonly answering?: AnswerQuestionRules;
}
