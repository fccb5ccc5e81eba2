import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forEachConcurrently } from '../../../src/ingestion/expansion/for-each-concurrently.js';

test('every item is worked on once, in order of beginning, never more than the limit at a time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(5), { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      async (items, limit) => {
        const begun: number[] = [];
        let [now, most] = [0, 0];
        await forEachConcurrently(items, limit, async (turns) => {
          begun.push(turns);
          now += 1;
          most = Math.max(most, now);
          for (let i = 0; i < turns; i++) await setImmediate();
          now -= 1;
        });
        expect(begun).toEqual(items);
        expect(now).toBe(0);
        expect(most).toBeLessThanOrEqual(limit);
        if (items.length >= limit && items.every((turns) => turns > 0)) expect(most).toBe(limit);
      },
    ),
    { numRuns: 50 },
  );
});

test('after a failure nothing is begun, what is under way ends, then the first failure is thrown', async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const run = forEachConcurrently([0, 1, 2, 3, 4, 5], 3, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('item 1');
    await setImmediate();
    ended.push(item);
    if (item === 2) throw new Error('item 2');
  });
  await expect(run).rejects.toThrow('item 1');
  expect(begun).toEqual([0, 1, 2]);
  expect(ended).toEqual([0, 2]);
});
