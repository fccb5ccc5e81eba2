import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnigramPieces, type ScoredPiece } from '../../../src/adapters/tokenizer/unigram-pieces.js';
import { growthPerDoubling, MAX_LINEAR_GROWTH } from '../../support/growth.js';

const VOCABULARY: readonly ScoredPiece[] = [
  ['a', -2.5],
  ['b', -3.25],
  ['ab', -4],
  ['ba', -7.5],
  ['aba', -6.25],
  ['bbb', -8],
  ['日本', -9],
];
const UNKNOWN = -9 - 10;

function scoreOf(pieces: readonly string[]): number {
  const scores = new Map(VOCABULARY);
  return pieces.reduce((sum, piece) => sum + (scores.get(piece) ?? UNKNOWN), 0);
}

/** The score of the best of all divisions. */
function bestScore(text: string): number {
  if (text === '') return 0;
  const ends = Array.from({ length: text.length }, (_, i) => i + 1).filter(
    (end) => end === 1 || VOCABULARY.some(([piece]) => piece === text.slice(0, end)),
  );
  return Math.max(...ends.map((end) => scoreOf([text.slice(0, end)]) + bestScore(text.slice(end))));
}

describe('pieces of a unigram model', () => {
  const pieces = new UnigramPieces(VOCABULARY);

  test('are the division of the highest score, and put together the text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '日', '本', '?'), { maxLength: 9 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const divided = pieces.divide(written);
        expect(divided.join('')).toBe(written);
        expect(scoreOf(divided)).toBeCloseTo(bestScore(written));
      }),
    );
  });

  test('of equals, the one whose last piece is longest', () => {
    const even = new UnigramPieces([
      ['a', -1],
      ['aa', -2],
    ]);
    expect(even.divide('aaa')).toEqual(['a', 'aa']);
  });

  test('what is in no piece is single characters', () => {
    expect(pieces.divide('?ab?')).toEqual(['?', 'ab', '?']);
  });

  test('takes time in proportion to the length', () => {
    const growth = growthPerDoubling({
      input: (size) => 'ab?ba'.repeat(size),
      run: (text) => pieces.divide(text),
    });
    expect(growth).toBeLessThan(MAX_LINEAR_GROWTH);
  });
});
