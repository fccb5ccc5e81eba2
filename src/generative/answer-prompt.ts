import type { Context } from '../retrieval/query/follow-up.js';
import type { Retrieval } from '../retrieval/retriever.js';
import { onOneLine } from '../prompting/on-one-line.js';
import { PROMPT_WORDS } from '../prompting/prompt-words.js';
import { sentinelFor } from '../prompting/sentinel.js';
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
 * Characters of the visitor's question, and of each thing said before that it leans on: enough to be
 * understood, and no room for a text of their own.
 */
const MAX_CHARACTERS = 1000;
/** Between words it is none of them; to a tokenizer it may be anything. */
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu;

/**
 * What fills the prompt. What visitors and texts say stands on lines of its own, between sentinels
 * that none of it can hold.
 */
export function answerPromptValues(
  { text: evidence }: NumberedEvidence,
  { retrieval }: { readonly retrieval: Pick<Retrieval, 'question' | 'context'> },
): Parameters<AnswerPrompt>[0] {
  const question = shown(retrieval.question);
  const { context } = retrieval;
  const conversation =
    context.questions.length === 0 ? PROMPT_WORDS.nothingBefore : earlierIn(context);
  return {
    sentinel: sentinelFor([evidence, conversation, question]),
    evidence,
    conversation,
    question,
    no_answer: NO_ANSWER,
  };
}

function earlierIn({ questions, answer }: Context): string {
  const lines = questions.map((question) => `${PROMPT_WORDS.visitor}: ${shown(question)}`);
  return [
    ...lines,
    ...(answer === undefined ? [] : [`${PROMPT_WORDS.service}: ${shown(answer)}`]),
  ].join('\n');
}

function shown(text: string): string {
  return onOneLine(text.replace(UNSEEN, ' ')).slice(0, MAX_CHARACTERS).toWellFormed();
}
