import { expect, test } from 'vitest';
import { toJson } from '../../../src/client/json.js';
import { messagesFor, requestFor } from '../../../src/widget/conversation/history.js';
import { parseChatRequest } from '../../../src/server/inquiry-request.js';
import { MAX_BODY_BYTES } from '../../../src/server/read-json-body.js';
import { Turn, type FinishedTurn } from '../../../src/widget/conversation/turn.js';
import { ANSWER } from '../../support/fake-backend.js';

const turn = (question: string, answer: string): FinishedTurn => ({
  question,
  reply: { ...ANSWER, answer },
});

test('the question comes last, after what was asked and answered before', () => {
  expect(messagesFor('And fish?', [turn('Dams?', 'By consent. [1]')])).toEqual([
    { role: 'user', content: 'Dams?' },
    { role: 'assistant', content: 'By consent. [1]' },
    { role: 'user', content: 'And fish?' },
  ]);
});

test('of a long conversation the last turns go along, whole', () => {
  const messages = messagesFor(
    'Last?',
    Array.from({ length: 60 }, (_, at) => turn(`Question ${at}?`, `Answer ${at}.`)),
  );
  expect(messages).toHaveLength(21);
  expect(messages[0]).toEqual({ role: 'user', content: 'Question 50?' });
});

test.each([
  ['answers at their longest', turn('字'.repeat(4_000), '字'.repeat(30_000))],
  ['half a surrogate pair where an answer is cut', turn('q', `${'x'.repeat(19_999)}😀`)],
  ['an answer without words', turn('q', ' \u2028 ')],
])('the server takes %s', (_, long) => {
  const body = toJson(
    requestFor(new Turn('字'.repeat(4_000)), {
      earlier: Array.from({ length: 60 }, () => long),
      documents: [],
    }),
  );
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_BODY_BYTES);
  const library = { list: () => [], has: () => false, get: () => Promise.resolve(undefined) };
  expect(parseChatRequest(JSON.parse(body), library).inquiry.messages.at(-1)?.role).toBe('user');
});
