import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../scripts/simd.js';
import { CODE_SCALE, CodeBlock } from '../../../src/ranking/simd/code-block.js';
import { productInstance } from '../../../src/ranking/simd/product-instance.js';
import { dotProducts, VectorBlock } from '../../../src/ranking/simd/vector-block.js';
import { randomVectors } from '../../support/indexed-documents.js';

/** Vectors, some of them of a width that no eight and no four numbers divide. */
const vectors = fc
  .record({
    count: fc.nat({ max: 9 }),
    dimensions: fc.integer({ min: 1, max: 70 }),
    seed: fc.nat({ max: 1000 }),
  })
  .map(({ count, dimensions, seed }) => {
    const { values } = randomVectors({ count: count + 1, dimensions, seed });
    const all = Array.from({ length: count + 1 }, (_, i) =>
      values.slice(i * dimensions, (i + 1) * dimensions),
    );
    return { query: all[0] ?? new Float32Array(), others: all.slice(1), dimensions };
  });

function product(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
}

function expectClose(actual: Float32Array, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, 5);
  });
}

test('the module is made of its text', async () => {
  const url = new URL('../../../src/ranking/simd/products-module.ts', import.meta.url);
  expect(await readFile(url, 'utf8')).toBe(await assemble());
});

describe('products of floats', () => {
  test('are those of a loop, of all of a block and of the first of it', () => {
    fc.assert(
      fc.property(vectors, fc.nat({ max: 9 }), ({ query, others }, few) => {
        const expected = others.map((other) => product(other, query));
        const block = VectorBlock.of(others);
        if (others.length > 0) expectClose(block.products(query), expected);
        const first = Math.min(few, others.length);
        if (others.length > 0) {
          expectClose(block.products(query, first), expected.slice(0, first));
        }
      }),
    );
  });

  test('are the same of vectors that stand elsewhere, whatever was multiplied before', () => {
    fc.assert(
      fc.property(vectors, ({ query, others, dimensions }) => {
        const values = Float32Array.from(others.flatMap((other) => [...other]));
        const expected = others.map((other) => product(other, query));
        expectClose(dotProducts({ values, dimensions }, query), expected);
        expect(values).toEqual(Float32Array.from(others.flatMap((other) => [...other])));
      }),
    );
  });
});

describe('products of codes', () => {
  test('are nearly those of the vectors, wherever they were put', () => {
    const [count, dimensions] = [20, 48];
    const { values } = randomVectors({ count: count + 1, dimensions, seed: 3 });
    const vectorAt = (i: number): Float32Array =>
      values.subarray(i * dimensions, (i + 1) * dimensions);
    const codes = new CodeBlock(count, dimensions, 6);
    for (let i = count - 1; i >= 0; i -= 1) codes.put(i, vectorAt(i));
    codes.query = vectorAt(count);
    for (const first of [0, 5, 14]) {
      const products = codes.products(first, 6);
      for (let i = 0; i < 6; i += 1) {
        const exact = product(vectorAt(first + i), vectorAt(count));
        expect(Math.abs((products[i] ?? NaN) / CODE_SCALE - exact)).toBeLessThan(0.02);
      }
    }
    codes.query = vectorAt(3);
    expect((codes.products(3, 1)[0] ?? NaN) / CODE_SCALE).toBeCloseTo(1, 1);
  });

  test('hold what is farthest from 0', () => {
    const codes = new CodeBlock(1, 16, 1);
    const vector = new Float32Array(16);
    vector[7] = -1;
    codes.put(0, vector);
    codes.query = vector;
    expect(codes.products(0, 1)[0]).toBe(CODE_SCALE);
  });

  test('are refused of a width that is not multiplied at once', () => {
    expect(() => new CodeBlock(1, 20, 1)).toThrow('20 is no multiple of 16');
  });
});

test('more memory than there can be is refused', () => {
  expect(() => productInstance(2 ** 33)).toThrow(RangeError);
});
