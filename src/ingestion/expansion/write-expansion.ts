import { setTimeout } from 'node:timers/promises';
import type { AskChatModel, ChatFailure, ChatFailureReason } from '../../ports/chat-model.js';
import type { Expansion } from '../../types.js';
import { parseExpansion, questionKey } from './parse-expansion.js';

const ATTEMPTS = 2;
/** Small models on a processor take their time. */
const TIMEOUT_MS = 300_000;
const MAX_WAIT_MS = 60_000;
/** Asking the same once more helps against none of these. */
const NOT_ASKED_AGAIN: readonly ChatFailureReason[] = [
  'key-refused',
  'not-found',
  'request-refused',
];

const NO_QUESTIONS: ChatFailure = {
  reason: 'unreadable',
  message: 'The chat model did not reply with questions in the form that was asked for.',
};

export type ExpansionAttempt =
  | { readonly expansion: Expansion; readonly failure?: undefined }
  | { readonly failure: ChatFailure; readonly expansion?: undefined };

export interface WriteOptions {
  readonly ask: AskChatModel;
  /**
   * Keys of the questions that other paragraphs of the document have; those of this one are added.
   */
  readonly taken: Set<string>;
  readonly signal?: AbortSignal | undefined;
}

/** Has a chat model write the questions for one paragraph; what fails is tried once more. */
export async function writeExpansion(
  prompt: string,
  { ask, taken, signal }: WriteOptions,
): Promise<ExpansionAttempt> {
  let failure = NO_QUESTIONS;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = await ask(prompt, { timeoutMs: TIMEOUT_MS, signal });
    const expansion =
      outcome.failure === undefined ? parseExpansion(outcome.text, taken) : undefined;
    if (expansion !== undefined) {
      for (const question of expansion.questions) taken.add(questionKey(question));
      return { expansion };
    }
    failure = outcome.failure ?? NO_QUESTIONS;
    if (NOT_ASKED_AGAIN.includes(failure.reason)) break;
    if (attempt < ATTEMPTS) {
      await setTimeout(Math.min(failure.retryAfterMs ?? 0, MAX_WAIT_MS), undefined, { signal });
    }
  }
  return { failure };
}
