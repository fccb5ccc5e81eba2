import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidingWords } from '../../../src/answering/quoting/deciding-words.js';

function bold(question: string, quote: string, language = 'en'): string[] {
  return decidingWords(quote, { question, language }).map(({ start, end }) =>
    quote.slice(start, end),
  );
}

describe('the words of a quote that decide', () => {
  it.each([
    ['When was the treaty signed?', 'It was signed on 12 May\n1990 in Oslo.', ['12 May\n1990']],
    [
      'How many countries took part?',
      'About 300 guests from 26 countries heard 120 reports.',
      ['26'],
    ],
    ['How many were there?', 'There were 300 guests and 20 reports.', ['300', '20']],
    [
      'What is said about corruption in sport?',
      'Corruption harms sport. It is bad.',
      ['Corruption', 'sport'],
    ],
    ['Was it signed in 1990?', 'It was signed in 1990.', ['signed', '1990']],
    ['Что сказано о спорте?', 'Sport unites people.', []],
  ])('%j of %j', (question, quote, words) => {
    expect(bold(question, quote)).toEqual(words);
  });

  it('lie within the quote, in order and apart, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (question, quote) => {
          let last = -1;
          for (const { start, end } of decidingWords(quote, { question, language: 'en' })) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(quote.length);
            last = end;
          }
        },
      ),
    );
  });
});
