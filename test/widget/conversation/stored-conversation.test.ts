import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  StoredConversation,
  type StoragePlace,
} from '../../../src/widget/conversation/stored-conversation.js';
import type { FinishedTurn } from '../../../src/widget/conversation/turn.js';
import { ANSWER } from '../../support/fake-backend.js';

const SERVER = 'https://texts.example';
const TURN: FinishedTurn = { question: 'Dams?', reply: ANSWER };

function memory(): {
  readonly items: Map<string, string>;
  readonly storage: StoragePlace['storage'];
} {
  const items = new Map<string, string>();
  return {
    items,
    storage: () => ({
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => items.set(key, value),
      removeItem: (key) => items.delete(key),
    }),
  };
}

const conversation = (
  storage: StoragePlace['storage'],
  documents: readonly string[] = [],
  server = SERVER,
): StoredConversation => new StoredConversation({ storage, server, documents });

test('what is written is read again, by server and documents', () => {
  const { storage } = memory();
  conversation(storage).write([TURN]);
  expect(conversation(storage).read()).toEqual([TURN]);
  expect(conversation(storage, ['rivers-1999']).read()).toEqual([]);
  expect(conversation(storage, [], 'https://other.example').read()).toEqual([]);
});

test('an empty conversation leaves nothing behind', () => {
  const { items, storage } = memory();
  conversation(storage).write([TURN]);
  conversation(storage).write([]);
  expect(items.size).toBe(0);
});

test('of a long conversation the newest turns are kept', () => {
  const { items, storage } = memory();
  const turns = Array.from({ length: 40 }, (_, at) => ({
    question: `Question ${at}`,
    reply: { ...ANSWER, answer: 'x'.repeat(50_000) },
  }));
  conversation(storage).write(turns);
  const kept = conversation(storage).read();
  expect(kept.at(-1)).toEqual(turns.at(-1));
  expect(kept.length).toBeGreaterThan(5);
  expect([...items.values()].join('').length).toBeLessThan(510_000);
});

test.each([
  '',
  'null',
  '{',
  '[]',
  '{"version":1}',
  '{"version":1,"turns":[{}]}',
  '{"version":1,"turns":[{"question":"q","reply":{"answer":"a"}}]}',
  '{"version":2,"turns":[]}',
  '"<img>"',
])('garbage is an empty conversation: %s', (garbage) => {
  const { items, storage } = memory();
  conversation(storage).write([TURN]);
  for (const key of items.keys()) items.set(key, garbage);
  expect(conversation(storage).read()).toEqual([]);
});

test('whatever is stored, reading never fails', () => {
  const { items, storage } = memory();
  conversation(storage).write([TURN]);
  const [key = ''] = items.keys();
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (garbage) => {
      items.set(key, garbage);
      expect(Array.isArray(conversation(storage).read())).toBe(true);
    }),
  );
});

test('storage that is forbidden or full is no storage', () => {
  const forbidden = conversation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  forbidden.write([TURN]);
  expect(forbidden.read()).toEqual([]);
  const full = conversation(() => ({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  }));
  full.write([TURN]);
  expect(full.read()).toEqual([]);
});
