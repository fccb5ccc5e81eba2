import { expect, test } from 'vitest';
import { untilAborted } from '../../src/server/until-aborted.js';
import { deferred } from '../support/deferred.js';

const REASON = new Error('the client left');

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function* numbers(): AsyncGenerator<number, void, void> {
  yield await Promise.resolve(1);
  yield 2;
}

test('without an abort the items are the same', async () => {
  expect(await collect(untilAborted(numbers(), new AbortController().signal))).toEqual([1, 2]);
});

test('a signal that is aborted already starts nothing that lasts', async () => {
  await expect(collect(untilAborted(numbers(), AbortSignal.abort(REASON)))).rejects.toBe(REASON);
});

test('an abort ends the wait for a source that hangs, and returns its iterator', async () => {
  const controller = new AbortController();
  const asked = deferred();
  const returned = deferred();
  const hanging: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        asked.resolve();
        return new Promise<never>(() => undefined);
      },
      return: () => {
        returned.resolve();
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  const collecting = collect(untilAborted(hanging, controller.signal));
  await asked.promise;
  controller.abort(REASON);
  await expect(collecting).rejects.toBe(REASON);
  await returned.promise;
});

test('what interrupted work throws is replaced by the reason; any other error stays itself', async () => {
  const controller = new AbortController();
  const failure = new Error('socket hang up');

  async function* failing(): AsyncGenerator<number, void, void> {
    await Promise.resolve();
    throw failure;
  }
  await expect(collect(untilAborted(failing(), controller.signal))).rejects.toBe(failure);
  controller.abort(REASON);
  await expect(collect(untilAborted(failing(), controller.signal))).rejects.toBe(REASON);
});

test('a consumer that stops returns the iterator', async () => {
  const closed = deferred();
  async function* source(): AsyncGenerator<number, void, void> {
    try {
      yield* numbers();
    } finally {
      closed.resolve();
    }
  }
  for await (const item of untilAborted(source(), new AbortController().signal)) {
    expect(item).toBe(1);
    break;
  }
  await closed.promise;
});
