import { describe, expect, it } from 'vitest';
import { choose, joinLists } from '../../src/retrieval/choose.js';
import type { Evidence } from '../../src/retrieval/search/evidence.js';
import { evidenceOf, paragraphNumbered, rankedAspect } from '../support/found-evidence.js';

const evidence = (number: number, score: number): Evidence =>
  evidenceOf(paragraphNumbered(number), score);
const numbersOf = (list: readonly Evidence[]): number[] =>
  list.map(({ paragraph }) => paragraph.number);

describe('the reading of a sub-question', () => {
  const whole = rankedAspect([evidence(1, 0.5), evidence(2, 0.4), evidence(3, 0.4)]);
  const apart = [
    rankedAspect([evidence(1, 0.6), evidence(2, 0.1)]),
    rankedAspect([evidence(2, 0.6), evidence(1, 0.1)]),
  ] as const;
  const further = [
    rankedAspect([evidence(1, 0.9), evidence(3, 0.1)]),
    rankedAspect([evidence(3, 0.9), evidence(1, 0.1)]),
  ] as const;
  const together = [rankedAspect([evidence(1, 0.6)]), rankedAspect([evidence(1, 0.6)])] as const;

  it('is the split that gains most', () => {
    const { readings, aspects } = choose([{ whole, splits: [together, apart, further] }], {
      topK: 5,
    });
    expect(readings[0]?.split).toBe(2);
    expect(readings[0]?.gains[0]).toBe(0);
    expect(readings[0]?.gains[2]).toBeGreaterThan(readings[0]?.gains[1] ?? Infinity);
    expect(aspects.map((aspect) => numbersOf(aspect.evidence)[0])).toEqual([1, 3]);
  });

  it('is the whole where no split gains', () => {
    const { readings, aspects } = choose([{ whole, splits: [together] }], { topK: 5 });
    expect(readings[0]?.split).toBeUndefined();
    expect(aspects.map((aspect) => numbersOf(aspect.evidence))).toEqual([[1, 2, 3]]);
  });
});

describe('a question of several parts', () => {
  const overall = rankedAspect([evidence(5, 0.9), evidence(1, 0.8), evidence(2, 0.7)]);
  const parts = [rankedAspect([evidence(1, 0.9)]), rankedAspect([evidence(2, 0.9)])];
  const subQuestions = [
    { whole: overall, splits: [], ranksOnly: true as const },
    ...parts.map((whole) => ({ whole, splits: [] })),
  ];

  it('has its paragraphs in the order of the whole question', () => {
    expect(numbersOf(choose(subQuestions, { topK: 5 }).evidence)).toEqual([5, 1, 2]);
  });

  it('is answered part by part, the whole apart', () => {
    const { aspects, readings } = choose(subQuestions, { topK: 5 });
    expect(aspects.map((aspect) => numbersOf(aspect.evidence))).toEqual([[1], [2]]);
    expect(readings).toHaveLength(3);
  });
});

describe('one list of what all aspects found', () => {
  it('has the best of every aspect in the order of the index, however scores are rounded', () => {
    // Times the highest over itself, one comes to a little less than the highest, one to more.
    const lists = [[evidence(2, 1.5832421)], [evidence(1, 0.64)], [evidence(3, 0.73)]];
    expect(numbersOf(joinLists(lists))).toEqual([1, 2, 3]);
  });

  it('the best of every aspect stands before the second of any, and scores fall', () => {
    const joined = joinLists([
      [evidence(1, 0.9), evidence(2, 0.8)],
      [evidence(3, 0.3), evidence(4, 0.1)],
    ]);
    expect(numbersOf(joined)).toEqual([1, 3, 2, 4]);
    joined.reduce((before, found) => {
      expect(found.score).toBeLessThanOrEqual(before.score);
      return found;
    });
  });

  it('a paragraph counts once, where it stands best', () => {
    const joined = joinLists([
      [evidence(1, 0.8), evidence(2, 0.2)],
      [evidence(2, 0.4), evidence(1, 0.1)],
    ]);
    expect(joined.map(({ paragraph, score }) => [paragraph.number, score])).toEqual([
      [1, 0.8],
      [2, 0.8],
    ]);
  });

  it('has at most as many as are wanted', () => {
    const whole = rankedAspect([evidence(1, 0.9), evidence(2, 0.8), evidence(3, 0.7)]);
    expect(numbersOf(choose([{ whole, splits: [] }], { topK: 2 }).evidence)).toEqual([1, 2]);
  });
});
