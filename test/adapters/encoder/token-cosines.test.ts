import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  tokenCosines,
  type TokenCosines,
  type TokenRows,
} from '../../../src/adapters/encoder/token-cosines.js';

/** Tokens of three dimensions. */
function tokens(...vectors: readonly (readonly [number, number, number])[]): TokenRows {
  return { rows: Float32Array.from(vectors.flat()), width: 3 };
}

function compared(question: TokenRows, text: TokenRows): TokenCosines {
  const cosines = tokenCosines(question, text);
  if (cosines === undefined) throw new Error('There was nothing to compare.');
  return cosines;
}

const A = [1, 0, 0] as const;
const B = [0, 1, 0] as const;
const C = [0, 0, 1] as const;

describe('a question and a text, token by token', () => {
  test('whose tokens are the same are as near as can be', () => {
    const cosines = compared(tokens(A, B, C), tokens(C, A, B));
    for (const cosine of Object.values(cosines) as number[]) expect(cosine).toBeCloseTo(1);
  });

  test('a word of the question that stands nowhere is told by the one that is farthest', () => {
    const { farthest, nearest, question } = compared(tokens(A, C), tokens(A, B));
    expect(nearest).toBeCloseTo(1);
    expect(farthest).toBeLessThan(0);
    expect(question).toBeGreaterThan(farthest);
    expect(question).toBeLessThan(nearest);
  });

  test('words of the text that nobody asked for lower what is said of the text alone', () => {
    const whole = compared(tokens(A, B), tokens(A, B));
    const longer = compared(tokens(A, B), tokens(A, B, C));
    expect(longer.question).toBeGreaterThan(0.8);
    expect(longer.text).toBeLessThan(whole.text - 0.3);
  });

  test('what all tokens have in common says nothing', () => {
    const shifted = (by: number, rows: TokenRows): TokenRows => ({
      ...rows,
      rows: rows.rows.map((value) => value + by),
    });
    const [question, text] = [tokens(A, C), tokens(A, B, C)];
    const plain = compared(question, text);
    const far = compared(shifted(50, question), shifted(50, text));
    for (const name of ['question', 'text', 'nearest', 'farthest'] as const) {
      expect(far[name]).toBeCloseTo(plain[name], 3);
    }
  });

  test('without tokens there is nothing to compare', () => {
    expect(tokenCosines(tokens(), tokens(A))).toBeUndefined();
    expect(tokenCosines(tokens(A), tokens())).toBeUndefined();
  });

  test('cosines are cosines, the mean between the farthest and the nearest', () => {
    const vector = fc.tuple(
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
    );
    const some = fc.array(vector, { minLength: 1, maxLength: 6 }).map((all) => tokens(...all));
    fc.assert(
      fc.property(some, some, (question, text) => {
        const cosines = compared(question, text);
        for (const cosine of Object.values(cosines) as number[]) {
          expect(Math.abs(cosine)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(cosines.farthest).toBeLessThanOrEqual(cosines.question + 1e-9);
        expect(cosines.question).toBeLessThanOrEqual(cosines.nearest + 1e-9);
        expect(cosines.text).toBeLessThanOrEqual(cosines.nearest + 1e-9);
      }),
    );
  });
});
