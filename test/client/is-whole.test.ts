import { expect, test } from 'vitest';
import { isReply, toChatEvent } from '../../src/client/is-whole.js';
import { ANSWER, CITATION, NEAREST, PASSAGE } from '../support/fake-backend.js';

const ABSTENTION = {
  id: 'r',
  answer: 'No.',
  answered: false,
  mode: 'extractive',
  query: 'q',
  citations: [],
  nearest: [NEAREST],
};

test('replies as the server writes them are whole', () => {
  const replies = [
    ANSWER,
    ABSTENTION,
    { ...ABSTENTION, unsure: true },
    { ...ANSWER, suggestions: ['And fish?'], notice: 'Die Texte sind auf Englisch.' },
  ];
  expect(replies.filter((reply) => !isReply(reply))).toEqual([]);
});

test.each([
  null,
  [],
  'text',
  {},
  { ...ANSWER, answer: 1 },
  { ...ANSWER, answered: 'yes' },
  { ...ANSWER, query: undefined },
  { ...ANSWER, citations: {} },
  { ...ANSWER, citations: [null] },
  { ...ANSWER, citations: [{ ...CITATION, number: '1' }] },
  { ...ANSWER, citations: [{ ...CITATION, section: 'one' }] },
  { ...ANSWER, citations: [{ ...CITATION, url: {} }] },
  { ...ANSWER, suggestions: [7] },
  { ...ANSWER, notice: 7 },
  { ...ABSTENTION, nearest: undefined },
  { ...ABSTENTION, nearest: [PASSAGE] },
  { ...ABSTENTION, nearest: [{ ...NEAREST, quote: 7 }] },
  { ...ABSTENTION, nearest: [{ ...NEAREST, start: '1' }] },
])('%j is no reply', (value) => {
  expect(isReply(value)).toBe(false);
});

test('events are read by their names; what is unknown or broken is none', () => {
  expect(toChatEvent('delta', { text: 'a' })).toEqual({ type: 'delta', text: 'a' });
  expect(toChatEvent('citation', CITATION)).toEqual({ type: 'citation', citation: CITATION });
  expect(toChatEvent('passages', { query: 'q', passages: [PASSAGE] })).toEqual({
    type: 'passages',
    query: 'q',
    passages: [PASSAGE],
  });
  expect(toChatEvent('answer', ANSWER)).toEqual({ type: 'answer', reply: ANSWER });
  expect([
    toChatEvent('delta', { text: 1 }),
    toChatEvent('delta', null),
    toChatEvent('citation', {}),
    toChatEvent('news', {}),
    toChatEvent('__proto__', {}),
  ]).toEqual(Array.from({ length: 5 }, () => undefined));
});
