import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, withoutEnd } from '../../src/language/end-of.js';

test('the end of a text is what the expression would find there', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '-', '.', '🐟', '\ud83d', 'é') });
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('[a.]', String.raw`[\p{L}-]`, '🐟', String.raw`\s`),
      (words, one) => {
        const expected = new RegExp(`(?:${one})*$`, 'u').exec(words)?.[0] ?? '';
        const end = endOf(words, new RegExp(`^(?:${one})$`, 'u'));
        expect(end).toBe(expected);
        expect(withoutEnd(words, new RegExp(`^(?:${one})$`, 'u')) + end).toBe(words);
      },
    ),
  );
});
