import type { ChatEvent, ChatReply } from '../../src/protocol.js';
import { PASSAGE } from './fake-backend.js';

/** A whole answer as events. */
export function eventsOf(reply: ChatReply): readonly ChatEvent[] {
  return [
    { type: 'passages', query: reply.query, passages: [PASSAGE] },
    ...reply.citations.map((citation): ChatEvent => ({ type: 'citation', citation })),
    { type: 'delta', text: reply.answer },
    { type: 'answer', reply },
  ];
}
