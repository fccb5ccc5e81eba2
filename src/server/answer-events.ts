import type { ChatEvent, ChatReply } from '../protocol.js';
import type { Inquiry } from '../types.js';
import type { AppDependencies, ChatBackend } from './dependencies.js';
import { untilAborted } from './until-aborted.js';

/** What an answer is made of, begun when the question's turn comes. */
export function answerEvents(
  { answer }: Pick<ChatBackend, 'answer'>,
  inquiry: Inquiry,
  {
    signal,
    admission,
  }: {
    readonly signal: AbortSignal;
    readonly admission?: AppDependencies['admission'] | undefined;
  },
): AsyncIterable<ChatEvent> {
  const begin = (): AsyncIterable<ChatEvent> => answer(inquiry, { signal });
  return untilAborted(admission?.stream(begin, signal) ?? begin(), signal);
}

/** The whole reply, where nobody follows how it comes about. */
export async function replyOf(events: AsyncIterable<ChatEvent>): Promise<ChatReply> {
  for await (const event of events) if (event.type === 'answer') return event.reply;
  throw new Error('the events ended without an answer');
}
