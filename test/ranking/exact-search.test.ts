import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSearch, similarityTo } from '../../src/ranking/exact-search.js';

const table = { values: Float32Array.from([1, 0, 0, 1, 0.6, 0.8, -1, 0]), dimensions: 2 };

describe('exact search', () => {
  it('orders by cosine, best first', () => {
    expect(exactSearch(table, [1, 0], { topK: 3 }).map(({ entry }) => entry)).toEqual([0, 2, 1]);
  });

  it('gives the cosine itself', () => {
    expect(similarityTo(table, 2, [1, 0])).toBeCloseTo(0.6);
    expect(similarityTo(table, 3, [1, 0])).toBeCloseTo(-1);
  });

  it('of any number of dimensions', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.float({ min: -1, max: 1, noNaN: true }),
            fc.float({ min: -1, max: 1, noNaN: true }),
          ),
          { minLength: 1, maxLength: 13 },
        ),
        (pairs) => {
          const values = Float32Array.from([...pairs.map(() => 9), ...pairs.map(([a]) => a)]);
          const expected = pairs.reduce((sum, [a, b]) => sum + a * b, 0);
          expect(
            similarityTo(
              { values, dimensions: pairs.length },
              1,
              pairs.map(([, b]) => b),
            ),
          ).toBeCloseTo(expected, 5);
        },
      ),
    );
  });

  it('keeps to what is accepted, and to what there is', () => {
    expect(
      exactSearch(table, [1, 0], { topK: 9, accepts: (entry) => entry % 2 === 1 }).map(
        ({ entry }) => entry,
      ),
    ).toEqual([1, 3]);
  });
});
