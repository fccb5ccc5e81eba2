import { expect, test } from 'vitest';
import { citationPrecision, citationRecall } from '../../../evaluation/metrics/citations.js';

const ANSWERS = [
  { citations: 3, goldCitations: 2, citedQuotes: 1, neededQuotes: 1 },
  { citations: 1, goldCitations: 0, citedQuotes: 1, neededQuotes: 3 },
];

test('precision: two of four citations lead to a right paragraph', () => {
  expect(citationPrecision(ANSWERS)).toBe(2 / 4);
});

test('recall: two of the four paragraphs needed are cited', () => {
  expect(citationRecall(ANSWERS)).toBe(2 / 4);
  expect(citationRecall(ANSWERS.slice(1))).toBe(1 / 3);
});

test('without an answer there is neither', () => {
  expect([citationPrecision([]), citationRecall([])]).toEqual([undefined, undefined]);
});
