import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpellingCorrector } from '../../../src/retrieval/query/spelling-corrector.js';
import { wordCountsOf } from '../../support/word-counts.js';

const TEXT =
  'The council decides. Member States support small businesses and employment; ' +
  'illicit drug trafficking threatens Afghanistan. The government.';
const english = new Set(['smell', 'dope', 'trade', 'company', 'grievance']);
const corrector = new SpellingCorrector(wordCountsOf(TEXT), (word) => english.has(word));

describe('spelling correction', () => {
  it.each([
    ['suport for smal busineses emploiment', 'support for small businesses employment'],
    ['afganistan goverment', 'afghanistan government'],
    ['drug traficking', 'drug trafficking'],
  ])('mends %j', (typed, meant) => {
    expect(corrector.mend(typed).question).toBe(meant);
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
      expect(corrector.mend(question).question).toBe(question);
    },
  );

  it('leaves a word alone that is known in another spelling', () => {
    const texts = wordCountsOf('Summaries of what the neighbors organized.');
    const known = new Set(['summarize', 'neighbor']);
    const american = new SpellingCorrector(texts, (word) => known.has(word));
    expect(american.mend('summarise it').question).toBe('summarise it');
    expect(american.mend('sumaries of it').question).toBe('summaries of it');
  });

  it('never changes a question made of words of the texts', () => {
    fc.assert(
      fc.property(fc.subarray(TEXT.split(/\W+/u).filter(Boolean)), (some) => {
        expect(corrector.mend(some.join(' ')).question).toBe(some.join(' '));
      }),
    );
  });

  it('says which words it mended', () => {
    expect(corrector.mend('Suport for small busineses').corrections).toEqual([
      { typed: 'Suport', meant: 'support' },
      { typed: 'busineses', meant: 'businesses' },
    ]);
    expect(corrector.mend('Member States').corrections).toEqual([]);
  });
});
