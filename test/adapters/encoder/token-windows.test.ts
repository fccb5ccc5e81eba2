import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenWindows } from '../../../src/adapters/encoder/token-windows.js';

const ids = (most: number): fc.Arbitrary<number[]> => fc.array(fc.nat(999), { maxLength: most });
const frame = fc.record({
  before: ids(4),
  after: ids(2),
  maxTokens: fc.integer({ min: 8, max: 40 }),
});

it('nothing of a text is cut, said twice or out of order', () => {
  fc.assert(
    fc.property(ids(300), frame, (body, around) => {
      const { before, after } = around;
      const windows = tokenWindows(body, around);
      const inner = windows.map((window) => {
        const end = window.length - after.length;
        expect(window.slice(0, before.length)).toEqual(before);
        expect(window.slice(end)).toEqual(after);
        return window.slice(before.length, end);
      });
      expect(inner.flat()).toEqual(body);
    }),
  );
});

it('no window is longer than the model reads, there are no more than it takes, all about as long', () => {
  fc.assert(
    fc.property(ids(300), frame, (body, around) => {
      const { before, after, maxTokens } = around;
      const lengths = tokenWindows(body, around).map(({ length }) => length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(maxTokens);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      const room = maxTokens - before.length - after.length;
      expect(lengths).toHaveLength(Math.max(1, Math.ceil(body.length / room)));
    }),
  );
});

it('a text of no tokens has one window', () => {
  expect(tokenWindows([], { before: [1], after: [2], maxTokens: 16 })).toEqual([[1, 2]]);
});
