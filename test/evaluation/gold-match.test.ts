import { describe, expect, test } from 'vitest';
import { bearsQuote, citesQuote, comparable, holds, plain } from '../../evaluation/gold-match.js';

describe('the form in which quotes are compared', () => {
  test.each([
    ['quotes', '“Shanghai Spirit” and ‘Five’', '"shanghai spirit" and \'five\''],
    ['dashes', '2022 – 2024, long‑term — yes', '2022 - 2024, long-term - yes'],
    ['blanks and line breaks', ' the\n Member\u00a0\u00a0States ', 'the member states'],
    ['emphasis', '**SCO** _and_ `UN`', 'sco and un'],
    ['compatible characters', 'ﬁnance №5', 'finance no5'],
  ])('%s do not count', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('words do', () => {
    expect(holds('The Member States will act', 'member states shall')).toBe(false);
  });
});

describe('a passage is right', () => {
  const quote =
    'the Member States will continue joint efforts to combat illicit trafficking in drugs';

  test('where it holds the quote', () => {
    expect(bearsQuote(comparable(`22. In this context ${quote}, arms and people.`), quote)).toBe(
      true,
    );
  });

  test('where it is a part of the quote, of some length', () => {
    expect(
      bearsQuote(comparable('continue joint efforts to combat illicit trafficking'), quote),
    ).toBe(true);
    expect(bearsQuote(comparable('combat illicit trafficking'), quote)).toBe(false);
  });
});

test(
  'a citation is right where its paragraph holds the quote, or its words and the ' +
    'gold ones lie within each other',
  () => {
    const gold = 'illicit trafficking in drugs';
    expect(citesQuote({ text: `They combat ${gold}.`, quote: 'They' }, gold)).toBe(true);
    expect(citesQuote({ text: '', quote: `combat ${gold} now` }, gold)).toBe(true);
    expect(citesQuote({ text: '', quote: 'trafficking in drugs' }, gold)).toBe(true);
    expect(citesQuote({ text: 'They combat corruption.', quote: 'corruption' }, gold)).toBe(false);
  },
);
