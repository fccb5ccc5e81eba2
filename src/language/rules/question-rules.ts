import type { AnswerQuestionRules } from './answer-question-rules.js';
import type { RetrievalQuestionRules } from './retrieval-question-rules.js';
import type { WholeDocumentRules } from './whole-document-rules.js';

/** How questions are asked in a language. */
export interface QuestionRules {
  /** What tells what to search for, and where. */
  readonly retrieval?: RetrievalQuestionRules;
  /** What tells what is wanted of the texts, and which of their sentences say it. */
  readonly answering?: AnswerQuestionRules;
  /** What tells that a text as a whole is asked about, and what answers that. */
  readonly wholeDocument?: WholeDocumentRules;
}
