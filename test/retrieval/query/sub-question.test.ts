import { expect, it } from 'vitest';
import { aspectsOf, mapAspects } from '../../../src/retrieval/query/sub-question.js';

const READINGS = [
  { whole: 1, splits: [[2, 3] as const, [4, 5] as const] },
  { whole: 6, splits: [], ranksOnly: true as const },
];

it('every aspect is changed, in its place, and what ranks only still does', () => {
  expect(mapAspects(READINGS, (aspect) => -aspect)).toEqual([
    {
      whole: -1,
      splits: [
        [-2, -3],
        [-4, -5],
      ],
    },
    { whole: -6, splits: [], ranksOnly: true },
  ]);
});

it('a whole stands before its halves', () => {
  expect(aspectsOf(READINGS)).toEqual([1, 2, 3, 4, 5, 6]);
});
