import type { ChatReply } from '../../protocol.js';
import { urlCitations, type UrlCitationAnnotation } from './url-citations.js';
import type { TokenUsage } from './usage.js';

/** What clients call the service. */
export const CHAT_MODEL_ID = 'declaration-chat';

/** What all parts of a completion have in common. */
export interface CompletionHead {
  readonly id: string;
  readonly created: number;
}

export interface CompletionDelta {
  readonly role?: 'assistant';
  readonly content?: string;
  readonly annotations?: readonly UrlCitationAnnotation[];
}

/** `length` where a chat model broke off: what is there is whole, but there may have been more. */
export type FinishReason = 'stop' | 'length';

export function finishReasonOf(reply: ChatReply): FinishReason {
  return reply.answered && reply.truncated === true ? 'length' : 'stop';
}

/** The whole answer as OpenAI's `chat.completion`. */
export function completionOf(
  head: CompletionHead,
  {
    reply,
    content,
    usage,
    address,
  }: {
    readonly reply: ChatReply;
    readonly content: string;
    readonly usage: TokenUsage;
    readonly address: string;
  },
): Readonly<Record<string, unknown>> {
  const annotations = urlCitations(reply, address);
  return {
    ...head,
    object: 'chat.completion',
    model: CHAT_MODEL_ID,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null, annotations },
        logprobs: null,
        finish_reason: finishReasonOf(reply),
      },
    ],
    usage,
  };
}

/** A part of an answer as OpenAI's `chat.completion.chunk`. */
export function chunkOf(
  head: CompletionHead,
  {
    delta,
    finishReason,
  }: { readonly delta: CompletionDelta; readonly finishReason?: FinishReason },
): Readonly<Record<string, unknown>> {
  const choice = { index: 0, delta, logprobs: null, finish_reason: finishReason ?? null };
  return { ...head, object: 'chat.completion.chunk', model: CHAT_MODEL_ID, choices: [choice] };
}

/** The last chunk of a stream, for clients that asked for it. */
export function usageChunkOf(
  head: CompletionHead,
  usage: TokenUsage,
): Readonly<Record<string, unknown>> {
  return { ...head, object: 'chat.completion.chunk', model: CHAT_MODEL_ID, choices: [], usage };
}
