import { describe, expect, test } from 'vitest';
import { during, itemsDuring, toldTogether, type Stages } from '../../src/ports/stages.js';

/** Writes down what it is told. */
function recording(name: string, told: string[]): Stages {
  return {
    begin: (stage) => {
      told.push(`${name}: ${stage} begins`);
      return {
        run: (work) => {
          told.push(`${name}: runs`);
          return work();
        },
        end: (error) => void told.push(`${name}: ends${error === undefined ? '' : ' in failure'}`),
      };
    },
  };
}

describe('work', () => {
  test('is told as it begins and ends, and gives its result', async () => {
    const told: string[] = [];
    expect(await during(recording('a', told), 'embed', () => Promise.resolve(1))).toBe(1);
    expect(told).toEqual(['a: embed begins', 'a: runs', 'a: ends']);
  });

  test('that fails is told to, and fails as before', async () => {
    const told: string[] = [];
    const failing = during(recording('a', told), 'read', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(told.at(-1)).toBe('a: ends in failure');
  });

  test('is done where nobody wants to know', async () => {
    expect(await during(undefined, 'embed', () => Promise.resolve(1))).toBe(1);
  });

  test('is told to several, each around the others', async () => {
    const told: string[] = [];
    const both = toldTogether([recording('a', told), recording('b', told)]);
    expect(await during(both, 'search', () => Promise.resolve(told.push('work')))).toBe(5);
    expect(told.slice(2)).toEqual(['b: runs', 'a: runs', 'work', 'a: ends', 'b: ends']);
  });
});

describe('items', () => {
  async function* source(told: string[]): AsyncGenerator<number, void, void> {
    try {
      yield await Promise.resolve(1);
      yield 2;
    } finally {
      told.push('closed');
    }
  }

  test('are the same, in one stage', async () => {
    const told: string[] = [];
    const items: number[] = [];
    const stages = recording('a', told);
    for await (const item of itemsDuring(stages, 'provider', source(told))) items.push(item);
    expect(items).toEqual([1, 2]);
    expect(told.filter((line) => !line.endsWith('runs'))).toEqual([
      'a: provider begins',
      'closed',
      'a: ends',
    ]);
  });

  test('that nobody wants any more end, and so does their source', async () => {
    const told: string[] = [];
    for await (const item of itemsDuring(recording('a', told), 'provider', source(told))) {
      if (item === 1) break;
    }
    expect(told.slice(-2)).toEqual(['a: ends', 'closed']);
  });

  test('of a source that is stuck end at once for who wants no more', async () => {
    let isReturned = false;
    const stuck: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<never>(() => undefined),
        return: () => {
          isReturned = true;
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    };
    const told: string[] = [];
    const items = itemsDuring(recording('a', told), 'answer', stuck)[Symbol.asyncIterator]();
    void items.next();
    expect(await items.return?.()).toEqual({ done: true, value: undefined });
    expect(isReturned).toBe(true);
    expect(told.at(-1)).toBe('a: ends');
  });
});
