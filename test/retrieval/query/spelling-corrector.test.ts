import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editDistance,
  SpellingCorrector,
} from '../../../src/retrieval/query/spelling-corrector.js';

const TEXT =
  'The council decides. Member States support small businesses and employment; illicit drug trafficking threatens Afghanistan. The government.';
const english = new Set(['smell', 'dope', 'trade', 'company', 'grievance']);
const corrector = new SpellingCorrector([TEXT], (word) => english.has(word));

describe('editDistance', () => {
  it.each([
    ['drug', 'drug', 0],
    ['drgu', 'drug', 1],
    ['suport', 'support', 1],
    ['goverment', 'government', 1],
    ['emploiment', 'employment', 1],
    ['abc', 'xyz', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(Math.min(distance, 3));
  });

  it('is symmetric and never more than the limit plus one', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.string({ maxLength: 8 }),
        fc.integer({ min: 0, max: 3 }),
        (a, b, limit) => {
          expect(editDistance(a, b, limit)).toBe(editDistance(b, a, limit));
          expect(editDistance(a, b, limit)).toBeLessThanOrEqual(limit + 1);
        },
      ),
    );
  });
});

describe('spelling correction', () => {
  it.each([
    ['suport for smal busineses emploiment', 'support for small businesses employment'],
    ['afganistan goverment', 'afghanistan government'],
    ['drug traficking', 'drug trafficking'],
  ])('mends %j', (typed, meant) => {
    expect(corrector.correct(typed)).toBe(meant);
  });

  it.each([
    'How loud, in decibels?',
    'Which dope trade company has a smell?',
    'What do the member states support?',
    'SCO UN 2231',
    'xqzw',
  ])(
    'leaves %j alone: its words are in the texts, in English, too short or like nothing',
    (question) => {
      expect(corrector.correct(question)).toBe(question);
    },
  );

  it('never changes a question made of words of the texts', () => {
    fc.assert(
      fc.property(fc.subarray(TEXT.split(/\W+/u).filter(Boolean)), (some) => {
        expect(corrector.correct(some.join(' '))).toBe(some.join(' '));
      }),
    );
  });
});
