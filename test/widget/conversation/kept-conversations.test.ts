import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  KeptConversations,
  type KeptConversation,
  type StoragePlace,
} from '../../../src/widget/conversation/kept-conversations.js';
import type { FinishedTurn } from '../../../src/widget/conversation/turn.js';
import { removeKept, renameKept, restoreKept } from '../../../src/widget/more/change-kept.js';
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

const conversations = (
  storage: StoragePlace['storage'],
  documents: readonly string[] = [],
  server = SERVER,
): KeptConversations => new KeptConversations({ storage, server, documents });

const one = (id: string, changedAt: number, turns = [TURN]): KeptConversation => ({
  id,
  title: '',
  changedAt,
  turns,
});

test('what is kept is read again, by server and documents, the newest first', () => {
  const { storage } = memory();
  conversations(storage).keep(one('a', 1));
  conversations(storage).keep(one('b', 2));
  expect(conversations(storage).read().conversations).toEqual([one('b', 2), one('a', 1)]);
  expect(conversations(storage, ['rivers-1999']).read().conversations).toEqual([]);
  expect(conversations(storage, [], 'https://other.example').read().conversations).toEqual([]);
});

test('the one that is being had is brought back, until it is left or removed', () => {
  const { items, storage } = memory();
  const kept = conversations(storage);
  kept.keep(one('a', 1));
  kept.keep(one('b', 2));
  kept.keep(one('a', 3, [TURN, TURN]));
  expect(kept.current()).toEqual(one('a', 3, [TURN, TURN]));
  kept.leave();
  expect(kept.current()).toBeUndefined();
  expect(kept.read().conversations).toHaveLength(2);
  removeKept(kept, 'a');
  expect(kept.read().conversations).toEqual([one('b', 2)]);
  removeKept(kept, 'b');
  expect(items.size).toBe(0);
});

test('one that was removed is put back where it was, under the name that it has', () => {
  const kept = conversations(memory().storage);
  for (const conversation of [one('a', 1), one('b', 2), one('c', 3)]) kept.keep(conversation);
  renameKept(kept, 'b', 'Dams');
  removeKept(kept, 'b');
  restoreKept(kept, { ...one('b', 2), title: 'Dams' });
  expect(kept.read().conversations.map(({ id, title }) => [id, title])).toEqual([
    ['c', ''],
    ['b', 'Dams'],
    ['a', ''],
  ]);
  expect(kept.current()).toEqual(one('c', 3));
});

test('where there is no room the oldest conversations go, then the oldest turns', () => {
  const { items, storage } = memory();
  const turns = Array.from({ length: 20 }, (_, at) => ({
    question: `Question ${at}`,
    reply: { ...ANSWER, answer: 'x'.repeat(50_000) },
  }));
  const kept = conversations(storage);
  kept.keep(one('old', 1));
  kept.keep(one('new', 2, turns));
  const [left, ...others] = kept.read().conversations;
  expect(others).toEqual([]);
  expect(left?.turns.at(-1)).toEqual(turns.at(-1));
  expect(left?.turns.length).toBeGreaterThan(5);
  expect([...items.values()].join('').length).toBeLessThan(510_000);
});

test.each([
  '',
  'null',
  '{',
  '[]',
  '{"version":2}',
  '{"version":2,"current":"","conversations":[{}]}',
  '{"version":2,"current":"","conversations":[{"id":"a","title":"","changedAt":1,"turns":[{}]}]}',
  '{"version":1,"turns":[]}',
  '"<img>"',
])('garbage is no conversation: %s', (garbage) => {
  const { items, storage } = memory();
  conversations(storage).keep(one('a', 1));
  for (const key of items.keys()) items.set(key, garbage);
  expect(conversations(storage).read().conversations).toEqual([]);
});

test('whatever is stored, reading never fails', () => {
  const { items, storage } = memory();
  conversations(storage).keep(one('a', 1));
  const [key = ''] = items.keys();
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (garbage) => {
      items.set(key, garbage);
      expect(Array.isArray(conversations(storage).read().conversations)).toBe(true);
    }),
  );
});

test('storage that is forbidden or full is no storage', () => {
  const forbidden = conversations(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  forbidden.keep(one('a', 1));
  expect(forbidden.current()).toBeUndefined();
  const full = conversations(() => ({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  }));
  full.keep(one('a', 1));
  expect(full.read().conversations).toEqual([]);
});
