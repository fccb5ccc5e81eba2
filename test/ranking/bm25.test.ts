import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bm25Index } from '../../src/ranking/bm25.js';

/** The textbook formula, over every unit and term. */
function naiveScore(
  units: readonly (readonly string[])[],
  query: readonly string[],
  unit: number,
): number {
  const [k1, b] = [1.2, 0.75];
  const average = units.reduce((sum, { length }) => sum + length, 0) / units.length;
  let score = 0;
  for (const term of new Set(query)) {
    const holding = units.filter((other) => other.includes(term)).length;
    const idf = Math.log(1 + (units.length - holding + 0.5) / (holding + 0.5));
    const frequency = units[unit]?.filter((other) => other === term).length ?? 0;
    const length = units[unit]?.length ?? 0;
    score += (idf * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / average));
  }
  return score;
}

const term = fc.constantFrom('peace', 'trade', 'drug', 'border', 'bank', 'toString', '__proto__');
const units = fc
  .array(fc.array(term, { maxLength: 12 }), { minLength: 1, maxLength: 12 })
  .filter((all) => all.some(({ length }) => length > 0));

describe('BM25 over an inverted index', () => {
  it('equals the textbook formula', () => {
    fc.assert(
      fc.property(units, fc.array(term, { maxLength: 5 }), (texts, query) => {
        const scores = new Bm25Index(texts).scores(query);
        texts.forEach((_, unit) => {
          expect(scores.get(unit) ?? 0).toBeCloseTo(naiveScore(texts, query, unit), 10);
        });
      }),
    );
  });

  it('finds "Paris" in "Paris is the capital", also when it is the only text', () => {
    expect(new Bm25Index([['paris', 'capital']]).scores(['paris']).get(0)).toBeGreaterThan(0);
  });

  it.each([
    [
      'a rare word counts more than a common one',
      ['bank'],
      [
        ['bank', 'x'],
        ['drug', 'x'],
        ['drug', 'x'],
      ],
      ['drug'],
      [0, 1],
    ],
    [
      'a short text beats a long one with the same word',
      ['drug'],
      [['drug'], ['drug', 'a', 'b', 'c', 'd']],
      ['drug'],
      [0, 1],
    ],
  ])('%s', (...[, first, texts, second, [better, worse]]) => {
    const index = new Bm25Index(texts);
    expect(index.scores(first).get(better ?? 0) ?? 0).toBeGreaterThan(
      index.scores(second).get(worse ?? 0) ?? 0,
    );
  });

  it('units that hold all of the terms are found, in their order; none where none is asked', () => {
    fc.assert(
      fc.property(units, fc.array(term, { maxLength: 4 }), (texts, query) => {
        const all = texts.flatMap((text, unit) =>
          query.length > 0 && query.every((each) => text.includes(each)) ? [unit] : [],
        );
        expect(new Bm25Index(texts).holding(query)).toEqual(all);
      }),
    );
    expect(new Bm25Index([['drug', 'trade'], ['trade']]).holding(['trade', 'drug'])).toEqual([0]);
  });

  it('an unknown term has the highest idf, and takes nothing from what the others are worth', () => {
    const index = new Bm25Index([['drug', 'trade'], ['border']]);
    expect(index.idf('unheard')).toBeGreaterThan(index.idf('drug'));
    expect(index.scores(['drug', 'unheard'])).toEqual(index.scores(['drug']));
  });
});
