import { expect, test } from 'vitest';
import { holdVectors } from '../../../src/adapters/index-store/held-vectors.js';

test('vectors of a document are those of its file, from the first asked for', () => {
  const held = holdVectors([Float32Array.of(1, 2, 3, 4, 5, 6), Float32Array.of(7, 8)], 2);
  expect(held.read(0, { first: 1, count: 2 })).toEqual({
    values: Float32Array.of(3, 4, 5, 6),
    dimensions: 2,
  });
  expect(held.read(1, { first: 0, count: 1 }).values).toEqual(Float32Array.of(7, 8));
  expect(held.read(0, { first: 0, count: 0 }).values).toHaveLength(0);
});
