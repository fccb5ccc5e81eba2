import { describe, expect, it } from 'vitest';
import { terms, words } from '../../src/language/tokenize.js';

describe('words', () => {
  it.each([
    ["the SCO's members' rights", ['the', 'sco', 'members', 'rights'], 'no possessive endings'],
    ['It’s 2022- 2024', ['it', '2022', '2024'], 'curly apostrophes, numbers'],
    ['naïve Ürümqi', ['naive', 'urumqi'], 'no accents'],
    ["don't", ['dont'], 'one word for a contraction'],
    ['Шанхай 上海', ['шанхай', '上海'], 'other scripts stay'],
    ['Всё ещё', ['все', 'еще'], 'ё is written е as often'],
    ['上海合作组织2001', ['上海', '海合', '合作', '作组', '组织', '2001'], 'Chinese by pairs'],
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
    ['городами', 'города'],
    ['членский', 'членского'],
  ])('%s and %s meet', (a, b) => {
    const common = (word: string): string => terms(word)[0]?.slice(0, 7) ?? '';
    expect(common(a)).toBe(common(b));
  });

  it('leave out stop words and the words that only frame a question', () => {
    expect(terms('What does the declaration say about the drugs?')).toEqual(
      terms('declaration drugs'),
    );
  });

  it('leave out Russian stop words too', () => {
    expect(terms('Что и для чего он?')).toEqual([]);
  });

  it('keep repeats, in order', () => {
    expect(terms('peace war peace')).toEqual(['peac', 'war', 'peac']);
  });
});
