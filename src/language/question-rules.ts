import type { RetrievalQuestionRules } from './retrieval-question-rules.js';

/** How questions are asked in a language. */
export interface QuestionRules {
  /** What tells what to search for, and where. */
  readonly retrieval?: RetrievalQuestionRules;
}
