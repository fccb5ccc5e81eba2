import { describe, expect, test } from 'vitest';
import { gainOfSplitting } from '../../src/retrieval/gain-of-splitting.js';
import type { Evidence } from '../../src/retrieval/search/evidence.js';
import { evidenceOf, paragraphNumbered } from '../support/found-evidence.js';

const found = (number: number, score: number): Evidence =>
  evidenceOf(paragraphNumbered(number), score);
const ranking = (...entries: readonly (readonly [number, number])[]): Evidence[] =>
  entries.map(([number, score]) => found(number, score)).sort((a, b) => b.score - a.score);

describe('two paragraphs for the halves', () => {
  const whole = [found(1, 0.5), found(2, 0.4), found(3, 0.1)];

  test('are better where each half has its own', () => {
    expect(
      gainOfSplitting(whole, [ranking([1, 0.6], [2, 0.1]), ranking([1, 0.1], [2, 0.6])]),
    ).toBeGreaterThan(0.5);
  });

  test('are no better where one paragraph speaks of both', () => {
    expect(gainOfSplitting(whole, [ranking([1, 0.6], [2, 0.1]), ranking([1, 0.6], [2, 0.5])])).toBe(
      0,
    );
  });

  test('are not looked for among what bears little on the whole question', () => {
    expect(gainOfSplitting(whole, [ranking([1, 0.6], [3, 0.1]), ranking([1, 0.1], [3, 0.6])])).toBe(
      0,
    );
  });

  test('need something found', () => {
    expect(gainOfSplitting([], [ranking(), ranking()])).toBe(0);
  });
});
