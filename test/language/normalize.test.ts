import { describe, expect, it } from 'vitest';
import { normalizeForSearch } from '../../src/language/normalize.js';

describe('the searched copy of a text', () => {
  it.each([
    [
      'good- neighbourly relations',
      'good-neighbourly relations',
      'a hyphen that a line break left in mid-line',
    ],
    ['the 2022- 2024 Programme', 'the 2022-2024 Programme', 'the same in a range of years'],
    ['long- and medium-term', 'long- and medium-term', 'a suspended hyphen keeps its blank'],
    ['inter- or intra-regional', 'inter- or intra-regional', 'so before or'],
    ['Ein- und Ausfuhr', 'Ein- und Ausfuhr', 'so in German'],
    ['двух- и трёхлетний', 'двух- и трёхлетний', 'and in Russian'],
    ['long- andante', 'long-andante', 'not before a word that only begins so'],
    ['“the SCO” and the ‘Web’', '"the SCO" and the \'Web\'', 'straight quotes'],
    ['peace – and – war', 'peace - and - war', 'plain dashes'],
    ['the **International Forum**', 'the International Forum', 'no emphasis'],
    [
      'snake_case stays, _this_ goes',
      'snake_case stays, this goes',
      'underscores inside a word stay',
    ],
    ['co\u00adoperation', 'cooperation', 'no soft hyphens'],
    ['  two\r\n lines\t', 'two lines', 'single blanks'],
  ])('%j becomes %j: %s', (text, expected) => {
    expect(normalizeForSearch(text)).toBe(expected);
  });
});
