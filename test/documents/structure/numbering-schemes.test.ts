import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';
import { lines } from './read.js';

/** Ways to number, each with the labels by which its paragraphs are cited. */
const SCHEMES: readonly (readonly [promise: string, text: string, labels: string])[] = [
  [
    'numbers in brackets with a stop',
    lines('Article 5', '(1). Everyone has a boat.', '(2). Nobody sinks it.', '(3). All may row.'),
    '5(1) 5(2) 5(3)',
  ],
  [
    'letters without a space behind them',
    lines('Article 4', '2. Each Party shall:', 'a)Keep its boats;', 'b)Mend them.', '3. All row.'),
    '4.2 4.2(a) 4.2(b) 4.3',
  ],
  [
    'numbers without a stop, degrees and small numerals',
    lines(
      'ARTICLE 12',
      '1 There shall be a harbour, which is open to every boat.',
      '2     1° The harbour shall have a master.',
      '2° The master shall be elected either by',
      'i      not less than twenty rowers, or',
      'ii     the council of the harbour.',
      '3 The harbour is closed in winter.',
    ),
    '12.1 12.2.1° 12.2.2° 12.2.2°.i 12.2.2°.ii 12.3',
  ],
  [
    'ordinal signs, with the wording right behind or on its own line, among numbers without',
    lines('Art. 1º Boats are free, and so are:', 'I - oars;', 'II - rafts;', 'III - sails.') +
      lines(
        '\n\nArtículo 2.°',
        'Nobody sinks them.',
        'Art. 10. Rafts float.',
        'Art. 10-A. Logs do.',
      ),
    '1 1.I 1.II 1.III 2 10 10-A',
  ],
  [
    'ordinals of Arabic that are several words',
    lines('المادة الثانية', 'القوارب حرة.', 'المادة الثانية عشرة', 'المجاديف حرة.') +
      lines('\n\nالمادة الثالثة والعشرون', 'النهر حر.', 'المادة الخامسة بعد المائة', 'الضفة حرة.'),
    '2 12 23 105',
  ],
  [
    'articles of Chinese in the old characters, and of Japanese',
    lines(
      '第一條 船皆自由。',
      '第一條之一 槳亦然。',
      '第二條 筏亦然。',
      '第三条の二 舟は自由とする。',
    ),
    '1 1-1 2 3-2',
  ],
  [
    'numbers whose paragraphs were repealed',
    lines('§ 1 Boote', 'Boote sind frei.', '§ 2 (aufgehoben)', '§ 3 Flöße', 'Flöße sind frei.'),
    '1 2 3',
  ],
  [
    'articles below a list of contents whose titles are of two characters',
    lines('目　录', '第一章　总则', '第二章　船只', '第一节　桨', '第二节　筏', '第三章　附则') +
      lines(
        '\n\n第一章　总则',
        '第一条　船皆自由。',
        '第二章　船只',
        '第一节　桨',
        '第二条　桨亦然。',
      ) +
      lines('\n\n第二节　筏', '第三条　筏亦然。', '第三章　附则', '第四条　本章程施行。'),
    'contents-1 contents-2 contents-3 contents-4 contents-5 1 2 3 4',
  ],
  [
    'numbers alone on their lines',
    '1\n\nThe river is free.\n\n2\n\nThe bank is free.\n\n3\n\nThe bed is free.\n\n4\n\nNobody owns it.',
    '1 2 3 4',
  ],
  [
    'numbers that are left to who reads',
    'A.  Boats float.\n    1.  Some sink.\n    #.  Some burn.\n#.  Rafts float.\n#.  Logs float.',
    'A A.1 A.2 B C',
  ],
  [
    'numbers in brackets that are left to who reads',
    'A.  Rowers:\n    (i)  row,\n    (#)  rest;\n#.  Rafters:\n    (i)  float,\n    (#)  sink.',
    'A A(i) A(ii) B B(i) B(ii)',
  ],
  [
    'numbers alone on their lines above titles',
    '1.\nBoats and Oars\n\nBoats float on all waters.\n\n2.\nRafts\n\nRafts float.\n\nThey burn.',
    '1 2 2-2',
  ],
  [
    'bare numbers above titles, and their paragraphs',
    lines('1', 'Boats', '(1) Boats float.', '(2) They sink.', '2', 'Rafts', '(1) Rafts float.'),
    '1(1) 1(2) 2(1)',
  ],
  [
    'letters that go on behind decimals',
    lines('Goal 1', '1.1 Boats float.', '1.2 Rafts float.', '1.a Logs sink.', '1.b Reeds sink.'),
    '1.1 1.2 1.a 1.b',
  ],
  [
    'Latin numerals behind a hyphen',
    lines('Art. 2 - Barche', 'Le barche galleggiano.', 'Art. 2-bis - Zattere', 'Anche le zattere.'),
    '2 2-bis',
  ],
  [
    'annexes whose number stands close behind their name',
    '第一章　总则\n第一条　船舶漂浮。\n附件一 名录\n一、木船\n二、铁船\n附件二 图\n一、地图',
    '1 annex-1.1 annex-1.2 annex-2.1',
  ],
  [
    'a short item above the next part of an annex',
    lines(
      'Article 1',
      'Boats float.',
      'ANNEX I',
      'Part A',
      '1. The North Ferry',
      'Part B',
      '1. The South',
    ),
    '1 annex-I.A.1 annex-I.B.1',
  ],
  [
    'decimals below letters',
    lines(
      'A. General',
      'A.1 Boats float on water.',
      'A.2 Boats sink.',
      'B. Special',
      'B.1 Rafts float.',
    ),
    'A.1 A.2 B.1',
  ],
  [
    'a section whose number names its article',
    lines(
      'ARTICLE 1. BOATS',
      'SECTION 1.1. NUMBER',
      'There are three boats in all.',
      'SECTION 1.3. DUTIES',
      'It shall be the duty of the crew to:',
      '(a) row; and',
      '(b) steer.',
      'ARTICLE 2. RAFTS',
      'SECTION 2.3. REMOVAL',
      'Any raft may be removed at any time.',
    ),
    '1.1 1.3 1.3(a) 1.3(b) 2.3',
  ],
  [
    'sections within articles, and amendments with sections',
    lines(
      'Article II',
      'Section 1',
      'The captain shall steer the boat.',
      'Section 2',
      'The mate shall row it.',
      'Amendments',
      'Amendment IV',
      'The right to row shall not be violated.',
      'Amendment XXI',
      'Section 1',
      'The fourth amendment is hereby repealed.',
    ),
    'II.1 II.2 IV XXI.1',
  ],
  [
    'section signs with a hyphen',
    lines(
      'Chapter 60',
      '§ 60-100. Boats.',
      'A. No person shall sink a boat in the harbour.',
      'B. Sunken boats shall be raised.',
      '§ 60-105. Rafts.',
      'No person shall burn a raft.',
    ),
    '60-100A 60-100B 60-105',
  ],
  [
    'articles that were put between others',
    lines(
      ...['ARTICLE 34.', 'Boats float.', 'ARTICLE 34-1.', 'Rafts float.', 'They burn as well.'],
      ...[
        'ARTICLE 35.',
        'Logs float.',
        'Article 35 bis',
        'Reeds float.',
        'Article 36',
        'So be it.',
      ],
    ),
    '34 34-1 34-1-2 35 35bis 36',
  ],
  [
    'paragraphs that were put between others',
    lines('Article 2', '1. Boats float.', '2. Rafts float.', '2-1. Logs float.', '3. Stones sink.'),
    '2.1 2.2 2.2-1 2.3',
  ],
  [
    'numbers whose raised digit stands on the line',
    lines(
      ...['Статья 67', '1. Лодки плавают.', '2. Плоты плавают.', '21. Брёвна плавают.'],
      ...['3. Камни тонут.', 'Статья 671', 'Лёд плавает.', 'Статья 68', 'Конец.'],
    ),
    '67.1 67.2 67.2-1 67.3 67-1 68',
  ],
  [
    'letters of other alphabets',
    lines('Статья 71', 'В ведении порта находятся:', 'а) лодки;', 'б) плоты;', 'в) причалы.'),
    '71 71(а) 71(б) 71(в)',
  ],
  [
    'Chinese articles, items and what was put between them',
    '第一章　总则\n第三十条　船舶包括：\n（一）木船；\n（二）铁船。\n第三十条之一　筏子除外。\n第三十一条　船长负责。',
    '30 30(1) 30(2) 30-1 31',
  ],
  [
    'Arabic articles with the digits of the script',
    lines(
      'الباب الأول',
      'المادة ١',
      'القوارب حرة.',
      'المادة ٢',
      'للقوارب:',
      'أ) مرسى؛',
      'ب) ربان.',
    ),
    '1 2 2(أ) 2(ب)',
  ],
  [
    'Spanish ordinals',
    lines(
      'Artículo 149',
      '1. El puerto tiene:',
      '1.ª Las barcas.',
      '2.ª Las balsas.',
      '2. El puerto cierra.',
    ),
    '149.1 149.1.1.ª 149.1.2.ª 149.2',
  ],
  [
    'articles whose numbers have the sign of an ordinal',
    'Artículo 1º. Las barcas flotan.\nArtículo 2º. Las balsas flotan.\nArtículo 3°.- Nadie las posee.',
    '1 2 3',
  ],
  [
    'a paragraph behind its article on one line',
    lines('Art. 1 (1) Boote schwimmen.', '(2) Flöße schwimmen.', 'Art. 104a (1) Steine sinken.'),
    '1(1) 1(2) 104a(1)',
  ],
  [
    'schedules whose numbers begin again',
    lines(
      'Article 1',
      'Boats float.',
      'SCHEDULE 1',
      '1. The first.',
      '2. The second.',
      'SCHEDULE 2',
      '1. Another.',
    ),
    '1 annex-1.1 annex-1.2 annex-2.1',
  ],
  [
    'a number with an escaped stop, as Markdown is saved',
    lines('16. Boats float.', '17\\. Rafts float.', '18. Logs float.'),
    '16 17 18',
  ],
  [
    'what an amendment put in, in brackets with the mark of its note',
    lines(
      '19. Rights',
      '(1) Boats float.',
      '[(2) Rafts float.]',
      '³[(2A) Logs float.]',
      '(3) Stones sink.',
    ),
    '19(1) 19(2) 19(2A) 19(3)',
  ],
];

function labelsOf(text: string): string {
  return readStructure(text)
    .map(({ label }) => label)
    .join(' ');
}

describe('a text is labelled as it is cited', () => {
  it.each(SCHEMES)('%s', (_promise, text, labels) => {
    expect(labelsOf(text)).toBe(labels);
  });
});

describe('where a paragraph stands', () => {
  it('is told by its numbers, outermost first', () => {
    const text = lines('PART I', 'CHAPTER 2', 'Article 26', '3. Rowers:', '(a) row;', '(b) rest.');
    expect(readStructure(text).at(-1)?.places).toEqual([
      { kind: 'part', number: 'I' },
      { kind: 'chapter', number: '2' },
      { kind: 'article', number: '26' },
      { kind: 'item', number: '3' },
      { kind: 'item', number: 'b' },
    ]);
  });

  it('is told by headings of one level as well, as long as they name parts', () => {
    const text = lines(
      '# Chapter 1 Boats',
      '# Article 1',
      'Boats float.',
      '# Article 2',
      'Rafts float.',
    );
    expect(readStructure(text).map(({ section }) => section)).toEqual([
      ['Chapter 1 Boats', 'Article 1'],
      ['Chapter 1 Boats', 'Article 2'],
    ]);
  });

  it('a note is marked as one', () => {
    const [, note] = readStructure('1. Boats float.\n\nFootnote: As amended in 2003.');
    expect(note).toMatchObject({ label: '1-note-1', aside: 'note' });
  });

  it('the head of a table stands over its rows', () => {
    const text =
      '1. Fees:\n\n| Boat | Fee |\n|------|-----|\n| Canoe | 1 |\n| Raft | 2 |\n\n2. Fees are paid.';
    expect(readStructure(text).map(({ label, section }) => [label, ...section])).toEqual([
      ['1'],
      ['1-2', 'Boat | Fee'],
      ['1-3', 'Boat | Fee'],
      ['2'],
    ]);
  });
});
