import { itemsDuring } from '../ports/stages.js';
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
    feedback,
    stages,
  }: Pick<AppDependencies, 'admission' | 'feedback' | 'stages'> & { readonly signal: AbortSignal },
): AsyncIterable<ChatEvent> {
  const begin = (): AsyncIterable<ChatEvent> =>
    itemsDuring(stages, 'answer', answer(inquiry, { signal }));
  const admitted = admission?.stream(begin, signal) ?? begin();
  const question = inquiry.messages.at(-1)?.content ?? '';
  return untilAborted(feedback?.during(question, admitted) ?? admitted, signal);
}

/** The whole reply, where nobody follows how it comes about. */
export async function replyOf(
  events: AsyncIterable<ChatEvent> | readonly ChatEvent[],
): Promise<ChatReply> {
  for await (const event of events) if (event.type === 'answer') return event.reply;
  throw new Error('the events ended without an answer');
}
