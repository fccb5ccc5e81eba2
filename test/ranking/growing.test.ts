import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Growing } from '../../src/ranking/growing.js';

const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('all numbers that were pushed are there, in their order', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 300, size: 'max' }), (numbers) => {
      const growing = new Growing();
      for (const each of numbers) growing.push(each);
      expect(growing.length).toBe(numbers.length);
      expect(growing.values).toEqual(Uint32Array.from(numbers));
    }),
  );
});

test('what is pushed later is not in the values that were asked for before', () => {
  const growing = new Growing();
  for (let i = 0; i < 63; i++) growing.push(i);
  const before = growing.values;
  for (let i = 63; i < 200; i++) growing.push(i);
  expect(before).toEqual(Uint32Array.from({ length: 63 }, (_, i) => i));
  expect(growing.values).toHaveLength(200);
});
