import { setTimeout as pause } from 'node:timers/promises';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessageLike } from '@langchain/core/messages';
import {
  ChatModelError,
  type ChatFailure,
  type ChatTurn,
  type StreamOptions,
} from '../../ports/chat-model.js';
import { callSignal } from './call-signal.js';
import { BROKEN_OFF, chatFailure, CUT_SHORT, TIMED_OUT, UNREADABLE } from './chat-failure.js';
import { failureOfEnding, finishReasonOf } from './finish-reason.js';
import { Deadlines, type TimeLimits } from './time-limits.js';
import { UsageMeter } from './usage-meter.js';

/** Of a reply; answers have some hundred. A model that has lost its way writes for ever. */
const MAX_CHARACTERS = 32_000;
/** Before the one further attempt: a server that comes up again needs a moment. */
const PAUSE_MS = 250;
/**
 * A visitor waits no longer than this for a provider's rate limit: the texts' own words are there
 * at once.
 */
const MAX_RETRY_AFTER_MS = 2000;

const ENDED = { done: true } as const;

export interface LimitedStreamOptions extends StreamOptions {
  /** Instead of `TIME_LIMITS`. */
  readonly limits?: Partial<TimeLimits>;
}

/**
 * What a chat model replies to a conversation, piece by piece, as it comes. It is asked once more where
 * that helps and nothing of a reply has come. When the signal aborts, or the reader stops reading,
 * the request is given up at once. LangChain's own retries must be off (`maxRetries: 0`), or they
 * come on top.
 * @throws ChatModelError where there is no reply, or only the beginning of one
 * @throws what the signal was aborted with
 */
export async function* streamChatModel(
  model: BaseChatModel,
  turns: readonly ChatTurn[],
  { signal, limits, onUsage }: LimitedStreamOptions,
): AsyncGenerator<string, void, void> {
  signal.throwIfAborted();
  const deadlines = new Deadlines(signal, limits);
  const meter = new UsageMeter(turns, onUsage);
  try {
    const pauseMs = yield* attempt(model, turns, { deadlines, meter, mayRetry: true });
    if (pauseMs === undefined) return;
    await deadlines.within('totalMs', pause(pauseMs));
    yield* attempt(model, turns, { deadlines, meter, mayRetry: false });
  } catch (error) {
    signal.throwIfAborted();
    throw asChatModelError(error, deadlines);
  } finally {
    deadlines.end();
  }
}

interface Attempt {
  readonly deadlines: Deadlines;
  readonly meter: UsageMeter;
  readonly mayRetry: boolean;
}

/**
 * One request. Returns how long to wait before a further one, in milliseconds, where that may help;
 * throws other failures.
 */
async function* attempt(
  model: BaseChatModel,
  turns: readonly ChatTurn[],
  { deadlines, meter, mayRetry }: Attempt,
): AsyncGenerator<string, number | undefined, void> {
  let begun = false;
  try {
    for await (const text of readReply(model, turns, { deadlines, meter })) {
      begun = true;
      yield text;
    }
    return undefined;
  } catch (error) {
    const { failure } = asChatModelError(error, deadlines);
    const pauseMs = begun || !mayRetry ? undefined : pauseBeforeRetry(failure);
    if (pauseMs === undefined) throw error;
    return pauseMs;
  }
}

async function* readReply(
  model: BaseChatModel,
  turns: readonly ChatTurn[],
  { deadlines, meter }: Pick<Attempt, 'deadlines' | 'meter'>,
): AsyncGenerator<string, void, void> {
  // LangChain's models do not all look at the signal before their first chunk: the limits are kept
  // here.
  const { signal } = deadlines;
  const messages = turns.map(({ role, content }): BaseMessageLike => ({ role, content }));
  const stream = await deadlines.within(
    'firstTextMs',
    callSignal.run(signal, () => model.stream(messages, { signal })),
  );
  let characters = 0;
  let reason: string | undefined;
  for (;;) {
    const waited = reason !== undefined ? 'closeMs' : characters === 0 ? 'firstTextMs' : 'idleMs';
    const next = await deadlines.within(waited, stream.next()).catch((error: unknown) => {
      // The server has said that the reply is whole: what becomes of the connection takes nothing
      // from it.
      if (reason === undefined || deadlines.left) throw error;
      return ENDED;
    });
    if (next.done === true) break;
    const { text } = next.value;
    meter.note(next.value);
    reason = finishReasonOf(next.value) ?? reason;
    if (text === '') continue;
    characters += text.length;
    if (characters > MAX_CHARACTERS) throw new ChatModelError(CUT_SHORT);
    yield text;
  }
  const failure = failureOfEnding(reason);
  if (failure !== undefined) {
    throw new ChatModelError(characters === 0 && failure === BROKEN_OFF ? UNREADABLE : failure);
  }
}

function asChatModelError(error: unknown, deadlines: Deadlines): ChatModelError {
  if (error instanceof ChatModelError) return error;
  return new ChatModelError(deadlines.passed ? TIMED_OUT : chatFailure(error));
}

function pauseBeforeRetry({ reason, retryAfterMs = Infinity }: ChatFailure): number | undefined {
  if (reason === 'rate-limited') {
    return retryAfterMs <= MAX_RETRY_AFTER_MS ? retryAfterMs : undefined;
  }
  return reason === 'server-error' || reason === 'unreachable' || reason === 'broken-off'
    ? PAUSE_MS
    : undefined;
}
