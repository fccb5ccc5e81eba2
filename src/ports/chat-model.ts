import type { TokenUsage } from '../protocol.js';

/**
 * Why a chat model gave no usable reply, or only the beginning of one (`broken-off`, `cut-short`,
 * `withheld`).
 */
export type ChatFailureReason =
  | 'key-refused'
  | 'not-found'
  | 'rate-limited'
  | 'request-refused'
  | 'server-error'
  | 'unreachable'
  | 'timeout'
  | 'unreadable'
  | 'broken-off'
  | 'cut-short'
  | 'withheld'
  | 'budget-spent';

export interface ChatFailure {
  readonly reason: ChatFailureReason;
  /**
   * For the person who runs the program. In our own words: a provider's may hold the key, its
   * address, or the prompt.
   */
  readonly message: string;
  /** When to ask again, in milliseconds from now, where the provider said so. */
  readonly retryAfterMs?: number;
}

/** A failure, where one has to be thrown. Holds nothing but our own words. */
export class ChatModelError extends Error {
  override readonly name = 'ChatModelError';

  constructor(readonly failure: ChatFailure) {
    super(failure.message);
  }
}

export type ChatOutcome =
  { readonly text: string; readonly failure?: undefined } | { readonly failure: ChatFailure };

export interface AskOptions {
  /** For the whole reply, retries included, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Is told what the reply has taken, once it is there. */
  readonly onUsage?: ((usage: TokenUsage) => void) | undefined;
}

/**
 * Asks a chat model for its whole reply to one prompt; never later than the time limit, and at once
 * when the signal aborts.
 * @throws what the signal was aborted with; failures of the model are returned
 */
export type AskChatModel = (prompt: string, options: AskOptions) => Promise<ChatOutcome>;

/** One turn of what a chat model is given. */
export interface ChatTurn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface StreamOptions {
  readonly signal: AbortSignal;
  /** Is told what the reply has taken so far, once or more often; the last is the sum. */
  readonly onUsage?: (usage: TokenUsage) => void;
}

/**
 * What a chat model replies to a conversation, piece by piece, as it comes.
 * @throws ChatModelError where there is no reply, or only the beginning of one
 * @throws what the signal was aborted with
 */
export type StreamChatModel = (
  turns: readonly ChatTurn[],
  options: StreamOptions,
) => AsyncIterable<string>;
