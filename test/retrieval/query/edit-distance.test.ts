import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/retrieval/query/edit-distance.js';

describe('editDistance', () => {
  it.each([
    ['drug', 'drug', 0],
    ['drgu', 'drug', 1],
    ['suport', 'support', 1],
    ['goverment', 'government', 1],
    ['emploiment', 'employment', 1],
    ['abc', 'xyz', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(Math.min(distance, 3));
  });

  it('is symmetric and never more than the limit plus one', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.string({ maxLength: 8 }),
        fc.integer({ min: 0, max: 3 }),
        (a, b, limit) => {
          expect(editDistance(a, b, limit)).toBe(editDistance(b, a, limit));
          expect(editDistance(a, b, limit)).toBeLessThanOrEqual(limit + 1);
        },
      ),
    );
  });
});
