import { contextOf } from '../retrieval/query/follow-up.js';
import type { Retrieval } from '../retrieval/retriever.js';
import { sentinelFor } from '../prompting/sentinel.js';
import type { Inquiry } from '../types.js';
import { NO_ANSWER } from './no-answer.js';
import type { NumberedEvidence } from './numbered-evidence.js';

/** Slots of the prompt `answer-question`. */
export const ANSWER_SLOTS = [
  'sentinel',
  'evidence',
  'conversation',
  'question',
  'no_answer',
] as const;

export type AnswerPrompt = (
  values: Record<(typeof ANSWER_SLOTS)[number], string>,
) => Promise<string>;

/**
 * Of the visitor's question, and of each thing said before that it leans on: enough to be
 * understood.
 */
const MAX_CHARACTERS = 1000;
const NOTHING_BEFORE = 'Nothing was said before.';

/**
 * What fills the prompt. What visitors and texts say stands on lines of its own, between sentinels
 * that none of it can hold.
 */
export function answerPromptValues(
  { text: evidence }: NumberedEvidence,
  {
    inquiry,
    retrieval,
  }: { readonly inquiry: Inquiry; readonly retrieval: Pick<Retrieval, 'question' | 'query'> },
): Parameters<AnswerPrompt>[0] {
  const question = onOneLine(retrieval.question);
  // A model has made the question standalone already, or it leaned on nothing, where the two are
  // one.
  const conversation = retrieval.query === retrieval.question ? NOTHING_BEFORE : earlierIn(inquiry);
  return {
    sentinel: sentinelFor([evidence, conversation, question]),
    evidence,
    conversation,
    question,
    no_answer: NO_ANSWER,
  };
}

function earlierIn({ messages }: Inquiry): string {
  const { questions, answer } = contextOf(messages);
  const lines = questions.map((question) => `Visitor: ${onOneLine(question)}`);
  return [...lines, ...(answer === undefined ? [] : [`Service: ${onOneLine(answer)}`])].join('\n');
}

/** One line each, so that none can speak as another. */
function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, MAX_CHARACTERS)
    .toWellFormed();
}
