import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averagePrecision,
  hitAtK,
  mrr,
  ndcgAtK,
  recallAtK,
  reciprocalRank,
} from '../../../evaluation/metrics/ranking.js';

/** Places that are right. */
const places = (...relevant: number[]): boolean[] =>
  Array.from({ length: Math.max(0, ...relevant) }, (_, i) => relevant.includes(i + 1));

describe('figures computed by hand', () => {
  test('hit: the rank is among the first k', () => {
    expect([hitAtK(1, 1), hitAtK(2, 1), hitAtK(5, 5), hitAtK(6, 5), hitAtK(Infinity, 5)]).toEqual([
      1, 0, 1, 0, 0,
    ]);
  });

  test('reciprocal rank: nothing beyond the cutoff', () => {
    expect([
      reciprocalRank(1, 10),
      reciprocalRank(4, 10),
      reciprocalRank(11, 10),
      reciprocalRank(Infinity, 10),
    ]).toEqual([1, 0.25, 0, 0]);
    // (1 + 1/4 + 0 + 0) / 4
    expect(mrr([1, 4, Infinity, 11], 10)).toBe(0.3125);
    expect(mrr([], 10)).toBeUndefined();
  });

  test('recall: one of three among the first two', () => {
    expect(recallAtK(places(1, 3), { k: 2, relevantCount: 3 })).toBeCloseTo(1 / 3, 12);
    expect(recallAtK([], { k: 2, relevantCount: 0 })).toBe(0);
  });

  test('nDCG: right at places 2 and 4, two in all', () => {
    // (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3)) = (0.63093 + 0.43068) / 1.63093
    expect(ndcgAtK(places(2, 4), { k: 10, relevantCount: 2 })).toBeCloseTo(0.65092, 5);
    // 0.63093 / 1.63093
    expect(ndcgAtK(places(2, 4), { k: 2, relevantCount: 2 })).toBeCloseTo(0.38685, 5);
  });

  test('nDCG: the ideal list is no longer than the cutoff', () => {
    expect(ndcgAtK(places(1, 2), { k: 2, relevantCount: 40 })).toBe(1);
  });

  test('average precision: right at places 1 and 3, three in all', () => {
    // (1/1 + 2/3) / 3
    expect(averagePrecision(places(1, 3), 3)).toBeCloseTo(5 / 9, 12);
    expect(averagePrecision([], 0)).toBe(0);
  });
});

/** A list with how many right ones there are in all: at least those in it. */
const lists = fc
  .tuple(fc.array(fc.boolean(), { maxLength: 30 }), fc.nat(5), fc.integer({ min: 1, max: 20 }))
  .map(([relevance, missing, k]) => ({
    relevance,
    k,
    relevantCount: relevance.filter(Boolean).length + missing,
  }));

describe('for any list', () => {
  test('every figure lies in 0 to 1', () => {
    fc.assert(
      fc.property(lists, ({ relevance, k, relevantCount }) => {
        for (const value of [
          recallAtK(relevance, { k, relevantCount }),
          ndcgAtK(relevance, { k, relevantCount }),
          averagePrecision(relevance, relevantCount),
        ]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test('moving a right one up never lowers nDCG or average precision', () => {
    fc.assert(
      fc.property(lists, fc.nat(), ({ relevance, k, relevantCount }, at) => {
        const place = 1 + (at % Math.max(1, relevance.length - 1));
        if (relevance[place] !== true || relevance[place - 1] !== false) return;
        const better = relevance.with(place, false).with(place - 1, true);
        expect(ndcgAtK(better, { k, relevantCount })).toBeGreaterThanOrEqual(
          ndcgAtK(relevance, { k, relevantCount }),
        );
        expect(averagePrecision(better, relevantCount)).toBeGreaterThanOrEqual(
          averagePrecision(relevance, relevantCount),
        );
      }),
    );
  });

  test('the best order has an nDCG of 1', () => {
    fc.assert(
      fc.property(lists, ({ relevance, k }) => {
        const best = relevance.toSorted((a, b) => Number(b) - Number(a));
        const relevantCount = relevance.filter(Boolean).length;
        expect(ndcgAtK(best, { k, relevantCount })).toBeCloseTo(relevantCount === 0 ? 0 : 1, 12);
      }),
    );
  });
});
