import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TopScores, type ScoredUnit } from '../../src/ranking/top-scores.js';

/** Units in any order, many of them with the same score. */
const scored = fc
  .uniqueArray(fc.nat({ max: 200 }), { maxLength: 60, size: 'max' })
  .chain((units) =>
    fc.tuple(
      ...units.map((unit) =>
        fc.record({ unit: fc.constant(unit), score: fc.nat({ max: 6 }).map((sixth) => sixth / 6) }),
      ),
    ),
  );
const limit = fc.nat({ max: 70 });

function sorted(units: readonly ScoredUnit[], most: number): ScoredUnit[] {
  return units.toSorted((a, b) => b.score - a.score || a.unit - b.unit).slice(0, most);
}

test('are the first when all are sorted, of like ones the lower number', () => {
  fc.assert(
    fc.property(scored, limit, (units, most) => {
      const best = new TopScores(most);
      for (const { unit, score } of units) best.add(unit, score);
      expect(best.sorted()).toEqual(sorted(units, most));
    }),
  );
});

test('are the same where only scores are added that may be among them', () => {
  fc.assert(
    fc.property(scored, limit, (units, most) => {
      const best = new TopScores(most);
      for (const { unit, score } of units) if (best.admits(score)) best.add(unit, score);
      expect(best.sorted()).toEqual(sorted(units, most));
    }),
  );
});

test('a score below the worst of as many as are wanted is not admitted', () => {
  const best = new TopScores(2);
  best.add(5, 3);
  expect(best.admits(0)).toBe(true);
  best.add(6, 2);
  expect([1, 2, 3].map((score) => best.admits(score))).toEqual([false, true, true]);
  expect(new TopScores(0).admits(9)).toBe(false);
});
