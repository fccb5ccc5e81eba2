import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { RunnableLambda } from '@langchain/core/runnables';
import { concat } from '@langchain/core/utils/stream';
import { expect, test } from 'vitest';
import {
  DeclarationChat,
  type ChatReplyPart,
} from '../../src/package/declaration-chat-runnable.js';
import type { ChatEvent, ChatReply, Citation } from '../../src/protocol.js';
import type { ChatBackend } from '../../src/server/dependencies.js';
import type { Inquiry } from '../../src/types.js';

const citation = (number: number): Citation => ({
  number,
  documentId: 'rivers',
  documentTitle: 'Rivers',
  paragraph: String(number),
  section: [],
  text: 'The seat is Bonn.',
  quote: 'The seat is Bonn.',
  start: 0,
  end: 17,
  url: `/documents/rivers#p${number}`,
});
const REPLY: ChatReply = {
  id: 'one',
  answer: 'The seat is Bonn. [1] All pay. [2]',
  answered: true,
  mode: 'extractive',
  query: 'seat?',
  citations: [citation(1), citation(2)],
};
const EVENTS: readonly ChatEvent[] = [
  { type: 'passages', query: 'seat?', passages: [] },
  { type: 'citation', citation: citation(1) },
  { type: 'delta', text: 'The seat is Bonn. [1]' },
  { type: 'citation', citation: citation(2) },
  { type: 'delta', text: ' All pay. [2]' },
  { type: 'answer', reply: REPLY },
];

/** Answers with {@link EVENTS} and remembers what it was asked. */
function recordingChat(): { readonly chat: DeclarationChat; readonly asked: Inquiry[] } {
  const asked: Inquiry[] = [];
  const backend: ChatBackend = {
    answer: async function* (inquiry) {
      asked.push(inquiry);
      yield* await Promise.resolve(EVENTS);
    },
    search: () => Promise.reject(new Error('not asked')),
    documents: { list: () => [], has: () => false, get: () => Promise.resolve(undefined) },
  };
  return { chat: new DeclarationChat(backend), asked };
}

test('a question in, the reply out', async () => {
  const { chat, asked } = recordingChat();
  expect(await chat.invoke('Where is the seat?')).toEqual(REPLY);
  expect(asked).toEqual([{ messages: [{ role: 'user', content: 'Where is the seat?' }] }]);
});

test('LangChain messages in: what a system says is left out', async () => {
  const { chat, asked } = recordingChat();
  await chat.invoke([
    new SystemMessage('Be brief.'),
    new HumanMessage('Where is the seat?'),
    new AIMessage('In Bonn. [1]'),
    new HumanMessage('Who pays?'),
  ]);
  expect(asked[0]?.messages).toEqual([
    { role: 'user', content: 'Where is the seat?' },
    { role: 'assistant', content: 'In Bonn. [1]' },
    { role: 'user', content: 'Who pays?' },
  ]);
});

test('the parts of a stream, put together as LangChain does, are the reply', async () => {
  const { chat } = recordingChat();
  const parts: ChatReplyPart[] = [];
  for await (const part of await chat.stream('Where is the seat?')) parts.push(part);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.reduce((whole, part) => concat(whole, part))).toEqual(REPLY);
});

test('it is a step of a chain', async () => {
  const { chat } = recordingChat();
  const chain = chat.pipe(RunnableLambda.from(({ answer = '' }: ChatReplyPart) => answer.length));
  expect(await chain.invoke('Where is the seat?')).toBe(REPLY.answer.length);
});

test('what cannot be answered is refused as over HTTP', async () => {
  const { chat } = recordingChat();
  await expect(chat.invoke(' ')).rejects.toThrow(/at least one visible character/u);
  await expect(chat.invoke([new AIMessage('Hello.')])).rejects.toThrow(/last message/u);
  await expect(chat.invoke({ question: 'Where?', documents: ['seas'] })).rejects.toThrow(/seas/u);
});

test('an abort ends it', async () => {
  const { chat } = recordingChat();
  const signal = AbortSignal.abort(new Error('nobody waits any more'));
  await expect(chat.invoke('Where is the seat?', { signal })).rejects.toThrow();
});
