import { expect, it } from 'vitest';
import { fuse } from '../../src/retrieval/fuse.js';
import { aspectPlan, resultOf } from '../support/found-evidence.js';

it('a weighted mean of what was searched by; what a text did not find has 0 from it', () => {
  const results = [resultOf(1, { 1: 0.9 }), resultOf(0.5, { 1: 0.3, 2: 0.6 })];
  const [fused] = fuse([{ whole: { plan: aspectPlan(), results }, splits: [] }]);
  expect(
    fused?.whole.evidence.map((found) => [
      found.number,
      found.score.toFixed(2),
      found.lexical.toFixed(2),
      found.similarity.toFixed(2),
    ]),
  ).toEqual([
    [1, '0.70', '0.70', '0.70'],
    [2, '0.20', '0.20', '0.20'],
  ]);
});

it('one text alone is what it found', () => {
  const results = [resultOf(1, { 4: 0.4, 5: 0.5 })];
  const [fused] = fuse([{ whole: { plan: aspectPlan(), results }, splits: [] }]);
  expect(fused?.whole.evidence.map(({ number, score }) => [number, score])).toEqual([
    [4, 0.4],
    [5, 0.5],
  ]);
});

it('every reading is fused', () => {
  const aspect = (number: number) => ({
    plan: aspectPlan(),
    results: [resultOf(1, { [number]: 1 })],
  });
  const [fused] = fuse([{ whole: aspect(1), splits: [[aspect(2), aspect(3)]] }]);
  const numbers = fused?.splits[0]?.map(({ evidence }) => evidence[0]?.number);
  expect(numbers).toEqual([2, 3]);
});
