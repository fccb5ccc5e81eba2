import type { AIMessageChunk } from '@langchain/core/messages';
import type { ChatFailure } from '../../ports/chat-model.js';
import { BROKEN_OFF, CUT_SHORT, WITHHELD } from './chat-failure.js';

/**
 * Where LangChain's packages put why a reply ended: OpenAI's protocol, Anthropic, Ollama and
 * Google, in this order.
 */
const KEYS = ['finish_reason', 'stop_reason', 'done_reason', 'finishReason'];
const TOO_LONG = /length|max_?tokens/iu;
/**
 * OpenRouter says `error`, vLLM `abort`, Google `MALFORMED_FUNCTION_CALL`, each in the middle of a
 * reply.
 */
const FAILED = /error|abort|cancel|malformed/iu;
const FILTERED = /filter|safety|refusal|recitation|blocklist|prohibited/iu;

/** Why the reply ended, in the provider's word, where this piece of it says so. */
export function finishReasonOf({
  response_metadata: metadata,
  additional_kwargs: more,
}: Pick<AIMessageChunk, 'response_metadata' | 'additional_kwargs'>): string | undefined {
  const said = KEYS.flatMap((key) => [metadata[key], more[key]]);
  return said.find((reason): reason is string => typeof reason === 'string' && reason !== '');
}

/**
 * What is wrong with a reply that ended for this reason; undefined where it is whole. Without a
 * reason nobody said that it was.
 */
export function failureOfEnding(reason: string | undefined): ChatFailure | undefined {
  if (reason === undefined) return BROKEN_OFF;
  if (TOO_LONG.test(reason)) return CUT_SHORT;
  if (FAILED.test(reason)) return BROKEN_OFF;
  return FILTERED.test(reason) ? WITHHELD : undefined;
}
