import { describe, expect, it } from 'vitest';
import { terms, words } from '../../src/text/tokenize.js';

describe('words', () => {
  it.each([
    ["the SCO's members' rights", ['the', 'sco', 'members', 'rights'], 'no possessive endings'],
    ['It’s 2022- 2024', ['it', '2022', '2024'], 'curly apostrophes, numbers'],
    ['naïve Ürümqi', ['naive', 'urumqi'], 'no accents'],
    ["don't", ['dont'], 'one word for a contraction'],
    ['Шанхай 上海', ['шанхаи', '上海'], 'other scripts stay'],
  ])('%j gives %j: %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('index terms', () => {
  it.each([
    ['organisations', 'organization'],
    ['labour', 'labor'],
    ['programmes', 'program'],
    ['centre', 'centers'],
    ['neighbourliness', 'neighborliness'],
    ['legalise', 'legalization'],
    ['trafficking', 'traffickers'],
  ])('%s and %s meet', (a, b) => {
    const common = (word: string): string => terms(word)[0]?.slice(0, 7) ?? '';
    expect(common(a)).toBe(common(b));
  });

  it('leave out stop words and the words that only frame a question', () => {
    expect(terms('What does the declaration say about the drugs?')).toEqual(terms('declaration drugs'));
  });

  it('keep repeats, in order', () => {
    expect(terms('peace war peace')).toEqual(['peac', 'war', 'peac']);
  });
});
