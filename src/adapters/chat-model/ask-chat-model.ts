import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { raceAbort } from '../../concurrency/race-abort.js';
import { callSignal } from './call-signal.js';
import type { AskOptions, ChatOutcome } from '../../ports/chat-model.js';
import { chatFailure, TIMED_OUT } from './chat-failure.js';
import { UsageMeter } from './usage-meter.js';

/**
 * The whole reply of a chat model to one prompt; never later than the time limit, and at once when
 * the signal aborts.
 * @throws what the signal was aborted with; failures of the model are returned
 */
export async function askChatModel(
  model: BaseChatModel,
  prompt: string,
  { timeoutMs, signal, onUsage }: AskOptions,
): Promise<ChatOutcome> {
  signal?.throwIfAborted();
  const call = new AbortController();
  const abort = (): void => {
    call.abort(signal?.reason);
  };
  const timer = setTimeout(() => {
    call.abort(new DOMException('The time limit was reached.', 'TimeoutError'));
  }, timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    // LangChain waits between attempts without looking at the signal: the race does not.
    const reply = await raceAbort(
      callSignal.run(call.signal, () => model.invoke(prompt, { signal: call.signal })),
      call.signal,
    );
    new UsageMeter([{ role: 'user', content: prompt }], onUsage).note(reply);
    return { text: reply.text };
  } catch (error) {
    signal?.throwIfAborted();
    return { failure: call.signal.aborted ? TIMED_OUT : chatFailure(error) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
