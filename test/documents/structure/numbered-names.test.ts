import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';
import { lines } from './read.js';

/** Names with their numbers, each with the labels by which its paragraphs are cited. */
const NAMES: readonly (readonly [promise: string, text: string, labels: string])[] = [
  [
    'schedules whose ordinal stands before their name, and their lists',
    lines(
      ...[
        '1. Boats float.',
        '2. Rafts float.',
        'FIRST SCHEDULE',
        'List I—Lake boats',
        '1. Canoes, which are of wood.',
      ],
      ...[
        '2A. Ferries, which are of steel.',
        'List II—Sea boats',
        '1. Tugs, which are of iron.',
        'Second Schedule',
        'PART A',
        '7. Oars are of ash.',
      ],
      '8. Sails are of linen.',
    ),
    '1 2 annex-1.I.1 annex-1.I.2A annex-1.II.1 annex-2.A.7 annex-2.A.8',
  ],
  [
    'articles of protocols, with numbers and without',
    lines(
      ...['CONVENTION', 'Article 1', 'Boats float.', 'Article 2', 'Rafts float.'],
      ...['THE FIRST PROTOCOL', 'Article 1', 'Logs float.', 'Article 2', 'Oars float.'],
      ...['PROTOCOL ON STONES', 'Article 1', 'Stones sink.'],
    ),
    '1 2 annex-1.1 annex-1.2 protocol-on-stones.1',
  ],
  [
    'parts whose titles are called as annexes are',
    lines(
      ...['SCHEDULE 1', 'PART I\nTHE CONVENTION', 'ARTICLE 2\nBOATS', 'Boats float.'],
      ...['ARTICLE 3\nRAFTS', 'Rafts float.', 'PART II\nTHE FIRST PROTOCOL', 'ARTICLE 1\nLOGS'],
      ...['Logs float.', 'ARTICLE 2\nOARS', 'Oars float.'],
    ),
    'annex-1.I.2 annex-1.I.3 annex-1.II.1 annex-1.II.2',
  ],
  [
    'several that are gone together, which the next one does not stand in',
    lines(
      ...['Article 1', 'Boats float.', 'Articles 2 to 4 (repealed)', 'Article 5', 'Logs float.'],
      ...['Articles 6 et 7 (abrogés)', 'Article 8', 'Stones sink.'],
    ),
    '1 2–4 5 6–7 8',
  ],
  [
    'the same of paragraphs that have a sign',
    lines('§ 1 Boote', 'Boote schwimmen.', '§§ 2 und 3 (weggefallen)', '§ 4 Steine', 'Sie sinken.'),
    '1 2–3 4',
  ],
  [
    'titles over several of them, which are none',
    lines(
      ...['Articles 1 to 3', 'Article 1', 'Boats float.', 'Article 2', 'Rafts float.'],
      ...['Articles 2 and 9 of the Charter apply to rafts.', 'Article 3', 'Logs float.'],
      ...['Articles 4 and 9 (rafts)', 'Article 4', 'Stones sink.'],
    ),
    '1 2 2-2 3 4',
  ],
  [
    'decisions and resolutions, whose titles stand below their numbers',
    lines(
      ...['Decision 1000\nOpening', 'The Assembly opens.', 'Decision 1001\nDredging'],
      ...[
        '1. Harbours are dredged.',
        '2. Mud is sold.',
        'Resolution 12\nThanks',
        'It says thanks.',
      ],
    ),
    '1000 1001.1 1001.2 12',
  ],
  [
    'goals, guidelines and recommendations in languages of their own',
    lines(
      ...['Ziel 3', 'Boote schwimmen.', 'Ziel 4', 'Flöße schwimmen.', 'Ligne directrice 5'],
      ...['Les barques flottent.', 'Objectif 6', 'Les radeaux flottent.', 'Резолюция 7'],
      ...['Лодки плавают.', 'Recomendación 8', 'Las barcas flotan.', 'Besluit 9', 'Boten drijven.'],
    ),
    '3 4 5 6 7 8 9',
  ],
  [
    'what an amendment put in, with the mark of its note before a name',
    lines('PART IX', '1. Boats float.', '2[PART IXA', '2. Rafts float.'),
    '1 2',
  ],
  [
    'articles of an annex that have the numbers of the text',
    lines(
      ...['1. Boats', '(1) Boats float.', '(2) They sink.', '2. Rafts', '(1) Rafts float.'],
      ...['SCHEDULE 1', 'Article 2', 'Logs float.', 'Article 3', 'Stones sink.'],
    ),
    '1(1) 1(2) 2(1) annex-1.2 annex-1.3',
  ],
  [
    'articles of a code with letters',
    lines(
      ...['Article L111-1', 'Les barques flottent.', 'Article L. 111-2', 'I. - Une barque est :'],
      ...['1° Étanche ;', '2° Peinte.', 'Article R*121-3', 'Les radeaux flottent.'],
    ),
    'L111-1 L111-2.I L111-2.I.1° L111-2.I.2° R121-3',
  ],
  [
    'sections of a code that were put in behind others',
    lines(
      ...['§ 1981. Boats', 'Boats float.', '§ 1981a. Ferries', 'Ferries float.'],
      ...['§ 2000e–2. Rafts', '(a) Rafts float.', '(b) Logs float.'],
    ),
    '1981 1981a 2000e-2(a) 2000e-2(b)',
  ],
  [
    'articles whose name is shortened without a stop',
    lines('Art 1', '(1) Boote schwimmen.', '(2) Flöße schwimmen.', 'Art 20a', 'Steine sinken.'),
    '1(1) 1(2) 20a',
  ],
  [
    'provisions behind the articles, each kind for itself',
    lines(
      ...['Artículo 1. Objeto.', 'Las barcas flotan.', 'Artículo 2. Ámbito.', 'Las balsas flotan.'],
      ...['Disposición adicional primera. Remos.', '1. Los remos flotan.', '2. Los palos flotan.'],
      ...['Disposición adicional segunda. Velas.', 'Las velas vuelan.'],
      ...['Disposición derogatoria única. Anclas.', 'Quedan derogadas las anclas.'],
      ...['Disposición final decimosexta. Puertos.', 'Los puertos se abren.'],
    ),
    '1 2 disposición-adicional-1.1 disposición-adicional-1.2 disposición-adicional-2 ' +
      'disposición-derogatoria-1 disposición-final-16',
  ],
  [
    'the same below a heading for each kind',
    lines(
      ...['TÍTULO I', 'Artículo 1', 'Las barcas flotan.', 'DISPOSICIONES ADICIONALES', 'Primera'],
      ...['Los remos flotan.', 'Segunda', 'Las velas vuelan.', 'DISPOSICIONES TRANSITORIAS'],
      ...['Primera', 'Las anclas se hunden.', 'DISPOSICIÓN FINAL', 'Los puertos se abren.'],
    ),
    '1 disposiciones-adicionales.1 disposiciones-adicionales.2 disposiciones-transitorias.1 ' +
      'disposición-final',
  ],
  [
    'paragraphs that are counted in words, and letters with dashes',
    lines(
      ...['المادة (12)', 'أولاً: تطفو القوارب.', 'ثانياً: تطفو العوامات.', 'المادة (12 مكرر)'],
      ...['تغرق الحجارة.', 'المادة 13', '1- تشمل القوارب:', 'أ- الزوارق؛', 'ب- العبارات.'],
      '2- تطفو الأخشاب.',
    ),
    '12.1 12.2 12مكرر 13.1 13.1.أ 13.1.ب 13.2',
  ],
  [
    'chapters and articles with points in their numbers',
    lines(
      ...['Глава 2. ЛОДКИ', 'Статья 10. Вёсла', '1. Вёсла плавают.', '1.1. Паруса летают.'],
      ...['Глава 2.1. ПЛОТЫ', 'Статья 10.1. Шесты', '1. Шесты плавают.', '2. Брёвна плавают.'],
    ),
    '10.1 10.1.1 10.1.1~2 10.1.2',
  ],
  [
    'parts with a letter behind a roman numeral',
    lines(
      ...['III. Boote', 'Boote schwimmen.', 'IIIa. Flöße', 'Flöße schwimmen.', 'IV. Steine'],
      'Steine sinken.',
    ),
    'III IIIa IV',
  ],
  [
    'lists that go on beyond a thousand',
    lines(...[998, 999, 1000, 1001].map((n) => `${n}. The board mends boat ${n + 5} at once.`)),
    '998 999 1000 1001',
  ],
  [
    'sections whose bare number stands before a title',
    lines(
      ...['1 Boats', '(1) Boats float.', '(2) They sink.', '2 Rafts', '(1) Rafts float.'],
      ...['(2) They burn.', '3 Logs', '(1) Logs float.'],
    ),
    '1(1) 1(2) 2(1) 2(2) 3(1)',
  ],
  [
    'an outline without stops',
    [
      ...['1 Boats', '1.1 Oars', '1.1.1 Oars float on the lake.', '1.1.2 They are kept dry.'],
      ...['2 Rafts', '2.1 Poles', '2.1.1 Poles float on the lake.', '2.1.2 They are kept wet.'],
    ].join('\n'),
    '1.1.1 1.1.2 2.1.1 2.1.2',
  ],
  [
    'a letter behind a stray mark of a scan',
    lines('6. Boats are:', '(a) canoes;', "'(b) ferries;", '(c) tugs.', '*7. Rafts float.'),
    '6 6(a) 6(b) 6(c) 7',
  ],
];

describe('names with their numbers', () => {
  it.each(NAMES)('%s', (_promise, text, labels) => {
    expect(
      readStructure(text)
        .map(({ label }) => label)
        .join(' '),
    ).toBe(labels);
  });

  it('a year at the beginning of a line begins no list', () => {
    const text = lines('1. Boats float.', '2. Rafts float.', '1998. A year of floods.', '3. Logs.');
    expect(readStructure(text).map(({ label }) => label)).toEqual(['1', '2', '2-2', '3']);
  });

  it('a paragraph below a heading for provisions behind the articles is one of them', () => {
    const text = lines('Artículo 1', 'Barcas.', 'DISPOSICIONES TRANSITORIAS', 'Primera', 'Anclas.');
    expect(readStructure(text).at(-1)?.places).toEqual([
      { kind: 'annex', number: 'disposiciones-transitorias' },
      { kind: 'transitional-provision', number: '1' },
    ]);
  });
});
