import { expect, test } from 'vitest';
import { MadeVectors } from '../../bench/size/made-vectors.js';
import { makeParagraphs } from '../../bench/size/recombine.js';
import type { SentencePool } from '../../bench/size/sentence-pool.js';

const PARAGRAPHS = [
  [
    'The parties shall meet every year in one of their capitals.',
    'The chair sends the agenda to all of them a month before.',
  ],
  ['A member may leave by a letter to the depositary of this charter.'],
  ['The budget is adopted by a majority of two thirds of those who vote.'],
];
const sentences = PARAGRAPHS.flat();
/** Each sentence has a direction of its own. */
const vectors = new Float32Array(sentences.length * sentences.length);
sentences.forEach((_, i) => {
  vectors[i * sentences.length + i] = 1;
});
const pool: SentencePool = {
  paragraphs: PARAGRAPHS,
  sentences,
  vectors,
  dimensions: sentences.length,
};

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

test('real paragraphs come first, and no sentence twice while there are others', () => {
  const made = [...makeParagraphs(pool, 14)];
  expect(made.slice(0, 3).map((one) => one.map(({ text }) => text))).toEqual(PARAGRAPHS);
  expect(made).toHaveLength(14);
  const texts = made.flat().map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test('the same pool makes the same paragraphs', () => {
  expect([...makeParagraphs(pool, 20)]).toEqual([...makeParagraphs(pool, 20)]);
});

test('a made sentence lies nearest to the one that it opens with, a passage near its sentences', () => {
  const made = [...makeParagraphs(pool, 20)];
  const space = new MadeVectors(pool);
  space.register(made.flat());
  const recombined = made
    .slice(3)
    .flat()
    .filter(({ opening, ending }) => opening !== ending);
  expect(recombined.length).toBeGreaterThan(5);
  for (const { text, opening, ending } of recombined) {
    const vector = space.of(text);
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    expect(vector[opening]).toBeGreaterThanOrEqual(vector[ending] ?? NaN);
  }
  const [first = []] = made;
  const passage = space.of(first.map(({ text }) => text).join(' '));
  for (const { text } of first) expect(cosine(passage, space.of(text))).toBeGreaterThan(0.5);
  expect(space.unknown).toBe(0);
});
