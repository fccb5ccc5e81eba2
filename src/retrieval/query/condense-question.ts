import type { AskChatModel, ChatFailure } from '../../ports/chat-model.js';
import { onOneLine } from '../../prompting/on-one-line.js';
import { PROMPT_WORDS } from '../../prompting/prompt-words.js';
import { sentinelFor } from '../../prompting/sentinel.js';
import type { ChatMessage } from '../../types.js';
import {
  CONDENSE_TIMEOUT_MS,
  MAX_BRIEF_WORDS,
  MAX_EARLIER_MESSAGES,
  MAX_LEANING_QUESTION_CHARACTERS,
  MAX_MESSAGE_CHARACTERS,
} from '../settings.js';
import { contentWordCount, leansOnEarlier } from './follow-up.js';
import { readCondensed } from './read-condensed.js';

/** Slots of the prompt `condense-question`. */
export const CONDENSE_SLOTS = ['sentinel', 'conversation', 'question'] as const;

/**
 * The last question made standalone; undefined where it stands alone already or nothing usable came
 * back.
 */
export type CondenseQuestion = (
  messages: readonly ChatMessage[],
  options: { readonly signal?: AbortSignal | undefined },
) => Promise<string | undefined>;

export interface CondenserOptions {
  readonly ask: AskChatModel;
  readonly prompt: (values: Record<(typeof CONDENSE_SLOTS)[number], string>) => Promise<string>;
  /** In milliseconds; {@link CONDENSE_TIMEOUT_MS} unless given. */
  readonly timeoutMs?: number;
  /** For whoever runs the program: nobody else is told. */
  readonly onFailure?: (failure: ChatFailure) => void;
}

/**
 * Has a chat model make follow-ups standalone. It is asked only where there is an earlier question
 * and the last one leans on it by the rules, or is brief. Failure, delay and suspicious output are
 * no errors: the caller goes on by the rules, as without a model. An aborted signal is thrown.
 */
export function createCondenser({
  ask,
  prompt,
  timeoutMs = CONDENSE_TIMEOUT_MS,
  onFailure,
}: CondenserOptions): CondenseQuestion {
  return async (messages, { signal }) => {
    const question = onOneLine(messages.at(-1)?.content ?? '');
    const earlier = messages.slice(0, -1);
    if (!earlier.some(({ role }) => role === 'user') || !mayLean(question)) return undefined;
    const shown = earlier
      .slice(-MAX_EARLIER_MESSAGES)
      .map(({ role, content }) => ({ role, content: shortened(content) }));
    // Each message has one line, so that none can speak as another.
    const conversation = shown
      .map(
        ({ role, content }) =>
          `${role === 'user' ? PROMPT_WORDS.visitor : PROMPT_WORDS.service}: ${content}`,
      )
      .join('\n');
    const filled = await prompt({
      conversation,
      question,
      sentinel: sentinelFor([conversation, question]),
    });
    const outcome = await ask(filled, { timeoutMs, signal });
    if (outcome.failure === undefined) {
      return readCondensed(outcome.text, {
        question,
        earlier: shown.map(({ content }) => content),
      });
    }
    onFailure?.(outcome.failure);
    return undefined;
  };
}

function mayLean(question: string): boolean {
  if (question === '' || question.length > MAX_LEANING_QUESTION_CHARACTERS) return false;
  return leansOnEarlier(question) || contentWordCount(question) <= MAX_BRIEF_WORDS;
}

/** Without the markers of citations. */
function shortened(content: string): string {
  return onOneLine(content.replace(/\s?\[\d+\]/gu, ''))
    .slice(0, MAX_MESSAGE_CHARACTERS)
    .toWellFormed();
}
