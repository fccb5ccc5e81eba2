import type { AskChatModel, ChatFailure } from '../../ports/chat-model.js';
import { onOneLine } from '../../prompting/on-one-line.js';
import { sentinelFor } from '../../prompting/sentinel.js';
import { isStopWord, words } from '../../language/tokenize.js';
import type { ChatMessage } from '../../types.js';
import { leansOnEarlier } from './follow-up.js';
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

/** Somebody waits for the answer; the rules of `follow-up` are there at once. */
const DEFAULT_TIMEOUT_MS = 5000;
/**
 * A question of so few content words may lean without a word that shows it. Of 50 questions with
 * earlier turns in the project's two question sets, those that stand alone have six or more.
 */
const MAX_BRIEF_WORDS = 4;
/** Three turns, as far back as the rules of `follow-up` look. */
const MAX_EARLIER_MESSAGES = 6;
const MAX_MESSAGE_CHARACTERS = 600;
/** Nobody needs a longer question made standalone: it says by itself what it is about. */
const MAX_QUESTION_CHARACTERS = 500;

export interface CondenserOptions {
  readonly ask: AskChatModel;
  readonly prompt: (values: Record<(typeof CONDENSE_SLOTS)[number], string>) => Promise<string>;
  /** In milliseconds; 5000 unless given. */
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
  timeoutMs = DEFAULT_TIMEOUT_MS,
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
      .map(({ role, content }) => `${role === 'user' ? 'Visitor' : 'Service'}: ${content}`)
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
  if (question === '' || question.length > MAX_QUESTION_CHARACTERS) return false;
  return (
    leansOnEarlier(question) ||
    words(question).filter((word) => !isStopWord(word)).length <= MAX_BRIEF_WORDS
  );
}

/** Without the markers of citations. */
function shortened(content: string): string {
  return onOneLine(content.replace(/\s*\[\d+\]/gu, ''))
    .slice(0, MAX_MESSAGE_CHARACTERS)
    .toWellFormed();
}
