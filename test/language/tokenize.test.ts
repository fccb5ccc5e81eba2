import { describe, expect, it } from 'vitest';
import { questionTerms, terms, words } from '../../src/language/tokenize.js';

describe('words', () => {
  it.each([
    ["the SCO's members' rights", ['the', 'sco', 'members', 'rights'], 'no possessive endings'],
    ['It’s 2022- 2024', ['it', '2022', '2024'], 'curly apostrophes, numbers'],
    ['naïve Ürümqi', ['naive', 'urumqi'], 'no accents'],
    ["don't", ['dont'], 'one word for a contraction'],
    ['Шанхай 上海', ['шанхай', '上海'], 'other scripts stay'],
    ['Всё ещё', ['все', 'еще'], 'ё is written е as often'],
    ['上海合作组织2001', ['上海', '合作', '组织', '2001'], 'Chinese by a dictionary'],
    ['国旗は白い。', ['国旗', 'は', '白い'], 'Japanese too'],
    ['สภาดูแลท่าเรือ', ['สภา', 'ดูแล', 'ท่าเรือ'], 'and Thai, with its vowels'],
    ['コンピューター', ['コンピューター'], 'marks that make another letter stay'],
    ['l’État d’une nation', ['etat', 'une', 'nation'], 'no elided articles'],
    ['dell’uomo', ['uomo'], 'Italian ones neither'],
    ['الســلام', ['السلام'], 'no strokes that make a word longer'],
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

/** Words of one stem, and one of another. */
const STEMS: readonly (readonly [tag: string, alike: readonly string[], other: string])[] = [
  ['en', ['declaration', 'declarations', 'declared'], 'decline'],
  ['ru', ['свобода', 'свободы', 'свободами'], 'совет'],
  ['fr', ['liberté', 'libertés'], 'livre'],
  ['fr', ['déclaré', 'déclarée', 'déclarer'], 'délai'],
  ['es', ['elección', 'elecciones'], 'eléctrico'],
  ['es', ['estado', 'estados'], 'estatua'],
  ['it', ['cittadino', 'cittadini'], 'città'],
  ['pt', ['cidadão', 'cidadãos'], 'cidade'],
  ['de', ['Freiheit', 'Freiheiten'], 'Frieden'],
  ['de', ['Bürger', 'Bürgern', 'Bürgers'], 'Berg'],
  ['ar', ['حرية', 'الحرية', 'والحرية', 'بالحرية'], 'حرب'],
  ['ar', ['تعليم', 'التعليم', 'للتعليم'], 'علم'],
];

describe('the words of a language', () => {
  it.each(STEMS)('%s: %j have one stem, which %s has not', (tag, alike, other) => {
    const stems = new Set(alike.flatMap((word) => terms(word, tag)));
    expect(stems.size).toBe(1);
    expect([...stems]).not.toEqual(terms(other, tag));
  });

  it.each([
    ['ru', 'Почему и для кого это?'],
    ['fr', 'Quand est-ce que nous le pouvons ?', 'pouvon'],
    ['es', '¿Qué es esto y para quién?'],
    ['it', 'Chi e che cosa è questo?'],
    ['pt', 'O que é isto e para quem?'],
    ['de', 'Warum ist das so und wer darf es?'],
    ['ar', 'ما هذا ولماذا؟'],
    ['zh', '这是什么？'],
    ['ja', 'これは何ですか。'],
  ])('%s: %s', (tag, question, ...left) => {
    expect(terms(question, tag)).toEqual(left);
  });

  it('are told by the language of the text, not by their script alone', () => {
    expect(terms('national die nation', 'fr')).toEqual(['national', 'di', 'nation']);
    expect(terms('die Nation', 'de')).toEqual(['nation']);
    expect(terms('die Nation', 'de-AT')).toEqual(['nation']);
  });

  it('of another script in it follow the rules of theirs', () => {
    expect(terms('Совет и Declarations', 'ru')).toEqual(['совет', 'declar']);
  });

  it('Chinese: words, and the characters that they are made of', () => {
    expect(terms('修改宪法', 'zh')).toEqual(['修改', '修', '改', '宪法', '宪', '法']);
  });

  it('Korean: words, and the pairs of their syllables, since particles are one with them', () => {
    expect(terms('대통령의', 'ko')).toContain('통령');
    expect(terms('대통령은', 'ko')).toContain('통령');
  });
});

describe('index terms of a question', () => {
  it('are those of texts in its language', () => {
    const question = 'Quelles libertés sont garanties ?';
    expect(questionTerms(question, { language: 'fr', texts: ['fr'] })).toEqual(
      terms(question, 'fr'),
    );
  });

  it('are as each of the texts’ languages has the word', () => {
    const asked = { language: 'en', texts: ['en', 'fr', 'ru'] };
    expect(questionTerms('the organisation', asked)).toEqual([
      ...terms('organisation', 'en'),
      ...terms('organisation', 'fr'),
    ]);
  });

  it('leave out its own stop words, not those of the texts', () => {
    expect(questionTerms('Wer ist das?', { language: 'de', texts: ['en'] })).toEqual([]);
    expect(questionTerms('was war', { language: 'en', texts: ['de'] })).toEqual(['war']);
  });
});
