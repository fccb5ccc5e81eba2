import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/retrieval/search/evidence.js';
import { gainOfSplitting, halvesOf } from '../../../src/retrieval/query/coordination-split.js';

describe('where a question about two things may be cut', () => {
  test.each([
    [
      'Until which years do the programme and the security plan run?',
      ['Until which years do the programme', 'the security plan run?'],
    ],
    [
      'What is said of the Forum and of research centres?',
      ['What is said of the Forum', 'of research centres?'],
    ],
    [
      'What about dams, and about the fish in the river?',
      ['What about dams', 'about the fish in the river?'],
    ],
  ])('%s', (question, halves) => {
    expect(halvesOf(question)).toEqual([halves]);
  });

  test.each([
    'What of trade and investment?',
    'Who may fish?',
    'And the rest?',
    'Are guns and missiles acceptable?',
  ])('not: %s', (question) => {
    expect(halvesOf(question)).toEqual([]);
  });

  test('a question of many parts is cut at a few places only', () => {
    expect(halvesOf(`What of dams${' and the river'.repeat(2000)}?`).length).toBeLessThanOrEqual(3);
  });
});

const found = (number: number, score: number): Evidence =>
  ({ paragraph: { number }, score }) as unknown as Evidence;
const scores = (...entries: readonly (readonly [number, number])[]): Map<number, Evidence> =>
  new Map(entries.map(([number, score]) => [number, found(number, score)]));

describe('two paragraphs for the halves', () => {
  const whole = [found(1, 0.5), found(2, 0.4), found(3, 0.1)];

  test('are better where each half has its own', () => {
    expect(
      gainOfSplitting(whole, [scores([1, 0.6], [2, 0.1]), scores([1, 0.1], [2, 0.6])]),
    ).toBeGreaterThan(0.5);
  });

  test('are no better where one paragraph speaks of both', () => {
    expect(gainOfSplitting(whole, [scores([1, 0.6], [2, 0.1]), scores([1, 0.6], [2, 0.5])])).toBe(
      0,
    );
  });

  test('are not looked for among what bears little on the whole question', () => {
    expect(gainOfSplitting(whole, [scores([1, 0.6], [3, 0.1]), scores([1, 0.1], [3, 0.6])])).toBe(
      0,
    );
  });

  test('need something found', () => {
    expect(gainOfSplitting([], [scores(), scores()])).toBe(0);
  });
});
