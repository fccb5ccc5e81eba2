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

/** Of all units that share a term. */
function scoresOf(index: Bm25Index, query: readonly string[]): ReadonlyMap<number, number> {
  return index.search(query, { limit: index.size });
}

describe('BM25 over an inverted index', () => {
  it('equals the textbook formula', () => {
    fc.assert(
      fc.property(units, fc.array(term, { maxLength: 5 }), (texts, query) => {
        const scores = scoresOf(Bm25Index.of(texts), query);
        texts.forEach((_, unit) => {
          expect(scores.get(unit) ?? 0).toBeCloseTo(naiveScore(texts, query, unit), 10);
        });
      }),
    );
  });

  it('finds "Paris" in "Paris is the capital", also when it is the only text', () => {
    expect(scoresOf(Bm25Index.of([['paris', 'capital']]), ['paris']).get(0)).toBeGreaterThan(0);
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
    const index = Bm25Index.of(texts);
    expect(scoresOf(index, first).get(better ?? 0) ?? 0).toBeGreaterThan(
      scoresOf(index, second).get(worse ?? 0) ?? 0,
    );
  });

  it('units that hold all of the terms are found, in their order; none where none is asked', () => {
    fc.assert(
      fc.property(units, fc.array(term, { maxLength: 4 }), (texts, query) => {
        const all = texts.flatMap((text, unit) =>
          query.length > 0 && query.every((each) => text.includes(each)) ? [unit] : [],
        );
        expect(Bm25Index.of(texts).holding(query)).toEqual(all);
      }),
    );
    expect(Bm25Index.of([['drug', 'trade'], ['trade']]).holding(['trade', 'drug'])).toEqual([0]);
  });

  it('an unknown term has the highest idf, and takes nothing from what the others are worth', () => {
    const index = Bm25Index.of([['drug', 'trade'], ['border']]);
    expect(index.idf('unheard')).toBeGreaterThan(index.idf('drug'));
    expect(scoresOf(index, ['drug', 'unheard'])).toEqual(scoresOf(index, ['drug']));
  });

  it('only the best are found, of those that are accepted, the first of like ones', () => {
    fc.assert(
      fc.property(
        units,
        fc.array(term, { maxLength: 5 }),
        fc.nat({ max: 14 }),
        (texts, query, limit) => {
          const index = Bm25Index.of(texts);
          const accepts = (unit: number): boolean => unit % 3 !== 1;
          const best = [...scoresOf(index, query)]
            .filter(([unit]) => accepts(unit))
            .sort(([a, x], [b, y]) => y - x || a - b)
            .slice(0, limit);
          expect([...index.search(query, { limit, accepts })]).toEqual(best);
        },
      ),
    );
  });

  it('units that are wanted are found in any case, with what they are worth', () => {
    fc.assert(
      fc.property(
        units,
        fc.array(term, { maxLength: 5 }),
        fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
        (texts, query, some) => {
          const index = Bm25Index.of(texts);
          const wanted = some.filter((unit) => unit < texts.length);
          const scores = scoresOf(index, query);
          const found = index.search(query, { limit: 1, wanted, accepts: () => false });
          expect(found).toEqual(new Map(wanted.map((unit) => [unit, scores.get(unit) ?? 0])));
        },
      ),
    );
  });

  it('what was searched before does not count', () => {
    const index = Bm25Index.of([['drug', 'trade'], ['border'], ['drug']]);
    const first = scoresOf(index, ['drug']);
    scoresOf(index, ['trade', 'border']);
    index.search(['drug'], { limit: 1, accepts: () => false });
    expect(scoresOf(index, ['drug'])).toEqual(first);
  });
});
