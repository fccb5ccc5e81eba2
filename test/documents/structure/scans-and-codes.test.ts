import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';
import { lines, read } from './read.js';

const labels = (text: string): string =>
  readStructure(text)
    .map(({ label }) => label)
    .join(' ');

describe('numbers that a scan has spoilt', () => {
  it.each([
    [
      'a first number behind a title that has lost its stop, or its bracket',
      lines(
        ...['28. Boats of the club —(/) Boats float.', '(2) They sink.'],
        ...['29. Rafts of the club—/) Rafts float.', '(2) They burn.'],
        ...['30. Logs——(/) Logs float.', '(2) They rot.'],
      ),
      '28(1) 28(2) 29(1) 29(2) 30(1) 30(2)',
    ],
    [
      'the same behind a title of two lines',
      lines(
        '62. Time of the race of boats and the term of office of the\nperson who rows them.—(1) It is in May.',
        '(2) The rower rows a year.',
        '63. Oars.—(1) Oars are of ash.',
        '(2) They float.',
      ),
      '62(1) 62(2) 63(1) 63(2)',
    ],
    [
      'no numbers of a sentence behind a dash',
      lines(
        '11. It hears appeals under item 10-1) of Article 44.',
        '12. The club shall—(1) row boats; (2) sail rafts.',
        '13. It rests—(1) by day;',
        '(2) by night.',
      ),
      '11 12 13(1) 13(2)',
    ],
    [
      'no first number that stands behind the next one of the list',
      lines('1. Boats\n2. Rafts.—(1) Rafts float.', '(2) They burn.', '3. Logs float.'),
      '1 2(1) 2(2) 3',
    ],
    [
      'brackets of amendments that were read as other strokes',
      lines(
        ...['15. Boats.—(1) Boats float.', '(2) They sink.', "'1(3) They burn.", "'((4) They rot."],
        ...['16. Rafts float.', '*(17. Logs float.', "'T17A. Oars float."],
        ...['18. There are:', '(a) boats;', '“T(b) rafts.'],
      ),
      '15(1) 15(2) 15(3) 15(4) 16 17 17A 18 18(a) 18(b)',
    ],
    [
      'a number of a part in brackets that pair, and one whose bracket is a stroke of it',
      lines(
        ...['PART [I]', 'BOATS', 'Boats float.', 'PART [I', 'RAFTS', 'Rafts float.'],
        ...['PART [III]. LOGS', 'Logs float.', 'PART IV', 'OARS', 'Oars float.'],
      ),
      'I II III IV',
    ],
    [
      'a number in a bracket of its own',
      lines('1. Boats.', '°[2.] Rafts.', '*P[3.] Logs.', '4. Oars.'),
      '1 2 3 4',
    ],
    [
      'schedules whose bracket is another letter',
      lines(
        ...['1. Boats float.', '2. Rafts float.', '‘[TENTH SCHEDULE', '1. Logs.', '2. Planks.'],
        ...["'TELEVENTH SCHEDULE", '(Article 3)', '1. Oars.', '2. Sails.'],
      ),
      '1 2 annex-10.1 annex-10.2 annex-11.1 annex-11.2',
    ],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toBe(expected);
  });

  it.each([
    '. Entry 8 renumbered as entry 11 by the Lake (Ninth Amendment) Act, 2003, s. 2.',
    '3. Ins.by the Lake (Second Amendment) Act, 1976, s. 52.',
    '* Now five crowns, vide the Lake Finance Act, 2018 (13 of 2018), s. 137.',
    '*Sub-clause (a) shall stand omitted by the Lake (Fourth Amendment) Act, 1978, s. 3.',
  ])('a note of those who publish the text is beside it: %j', (note) => {
    const text = lines('1. Boats of members float.', note, '2. Rafts of guests float.');
    expect(readStructure(text).map(({ label, aside }) => `${label} ${aside ?? ''}`)).toEqual([
      '1 ',
      '1-note-1 note',
      '2 ',
    ]);
  });

  it('a word of strokes at the foot of a page is no heading', () => {
    const page = (number: number): string =>
      lines(
        `${number}. Every member who owns a boat moors it at the pier, and a lamp is lit.`,
        'OCAINDMBWNH',
        String(number + 40),
      );
    const text = lines(...[1, 2, 3].map(page), '4. Whoever owns a raft does the same, and pays.');
    expect(readStructure(text).map(({ section }) => section.join())).not.toContain('OCAINDMBWNH');
    expect(readStructure(text).at(-1)).toMatchObject({ label: '4', section: [] });
  });

  it('the wording of several that are gone has their numbers', () => {
    const text = lines(
      '§ 1 Boote',
      'Sie schwimmen.',
      '§§ 2 bis 5 (weggefallen)',
      '§ 6 Steine',
      'Sie sinken.',
    );
    const gone = readStructure(text).find(({ label }) => label === '2–5');
    expect(text.slice(gone?.bodyStart, gone?.end)).toBe('§§ 2 bis 5 (weggefallen)');
  });

  it('a schedule keeps its title, though another text seems to begin', () => {
    const text = lines(
      ...['THIRD SCHEDULE', '(Article 9)', 'Oaths are sworn.', 'FIRST SCHEDULE', 'Boats float.'],
    );
    expect(readStructure(text).map(({ section }) => section)).toEqual([
      ['THIRD SCHEDULE', '(Article 9)'],
      ['FIRST SCHEDULE'],
    ]);
  });
});

it('what goes on in brackets on the next line is no title over it', () => {
  const text = [
    ...['1. The Lake Boats (Second Amendment) Act, 1972 (Lake Act XXVIII of', '1972).', ''],
    ...['2. The Lake Rafts (Amendment) Act, 1965', '(Lake Act XXXII of 1965).', ''],
    ...['3. The Lake Logs (Ceiling on Oars) (Amendment) Act, 1989 (Lake Act', '11 of 1989).'],
  ].join('\n');
  expect(readStructure(text).map(({ label, section }) => [label, ...section])).toEqual([
    ['1'],
    ['2'],
    ['3'],
  ]);
});

describe('what stands below the items of a list', () => {
  it.each([
    [
      'a list that a second paragraph leads to is cited by the number above',
      lines(
        ...['Article 5', '1. Boats are rowed.', 'Rowers are:', '(a) members;', '(b) guests.'],
        ...['2. Rafts are not rowed.'],
      ),
      '5.1 5.1-2 5.1(a) 5.1(b) 5.2',
    ],
    [
      'a second list of the same paragraph has its own',
      lines(
        ...['Article 5', '1. Rowers are:', '(a) members;', '(b) guests.', 'Sailors are:'],
        ...['(a) masters;', '(b) mates.', '2. Nobody swims.'],
      ),
      '5.1 5.1(a) 5.1(b) 5.1-2 5.1-2(a) 5.1-2(b) 5.2',
    ],
    [
      'the end of the sentence belongs to what the list stands in',
      lines(
        ...[
          'Article 5',
          '1. Who rows',
          '(a) a boat,',
          '(b) a raft or',
          '(i) an oar,',
          '(ii) a log,',
        ],
        ...['or swims, is free.', '2. Nobody sails.'],
      ),
      '5.1 5.1(a) 5.1(b) 5.1(b)(i) 5.1(b)(ii) 5.1(b)-2 5.2',
    ],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toBe(expected);
  });
});

describe('sections of a code', () => {
  it('titles of items stand over their wording', () => {
    const text = lines(
      ...[
        '§ 2. Grants',
        '(a) Authority',
        'The board makes grants.',
        '(b) Amount',
        '(1) In general',
      ],
      ...['A grant is at most ten crowns.', '(2) Exception', 'The board may waive this.'],
      ...['(c) Report', 'The board reports each year.'],
    );
    expect(read(text)).toEqual([
      '2(a) [§ 2. Grants]: (a) Authority The board makes grants.',
      '2(b) [§ 2. Grants]: (b) Amount',
      '2(b)(1) [§ 2. Grants]: (1) In general A grant is at most ten crowns.',
      '2(b)(2) [§ 2. Grants]: (2) Exception The board may waive this.',
      '2(c) [§ 2. Grants]: (c) Report The board reports each year.',
    ]);
  });

  it('titles that mostly stand over further ones are items', () => {
    const text = lines(
      ...['1. There are:', '(a) Bread', '(b) Butter', '(c) Cheese', '(d) Milk', '(e) Tea'],
      ...['These are free.', '2. There are:', '(a) Boats', 'All float.'],
    );
    expect(labels(text)).toBe('1 1(a) 1(b) 1(c) 1(d) 1(e) 1-2 2 2(a) 2-2');
  });

  it('the last item of a list has no wording below it', () => {
    expect(labels(lines('1. There are:', '(a) Bread', '(b) Butter', 'These are free.'))).toBe(
      '1 1(a) 1(b) 1-2',
    );
  });

  it('one that is named with its code is a section as any other', () => {
    expect(labels(lines('42 U.S. Code § 19a - Boats', '(a) Boats float.', '(b) They sink.'))).toBe(
      '19a(a) 19a(b)',
    );
  });
});

describe('numbers in other writings', () => {
  it.each([
    [
      'counted items below a letter are cited as printed ones',
      'Article 1\n\nA. Boats are:\n\n    #. rowed;\n    #. sailed.\n\nB. Rafts are:\n\n    (#) towed;\n    (#) pushed.',
      '1.A 1.A.1 1.A.2 1.B 1.B(1) 1.B(2)',
    ],
    [
      'paragraphs of Chinese articles, each on a line',
      '第一条 船舶应当登记。\n登记不收费。\n\n第二条 船舶包括：\n（一）木船；\n（二）铁船。\n\n第三条 木船\n漂浮。',
      '1 1-2 2 2(1) 2(2) 3',
    ],
    [
      'a small numeral behind a degree',
      lines(
        ...['ARTICLE 16', '1     1°  Every member rows.', '2°    i      All members, and'],
        ...['ii      all guests,', 'who can swim, may sail.', '3°  Nobody swims.'],
      ),
      '16.1.1° 16.1.2°.i 16.1.2°.ii 16.1.2°-2 16.1.3°',
    ],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toBe(expected);
  });

  it('lists that paragraphs lead to, each from 1 on, do not number the text', () => {
    const list = (name: string): string =>
      lines(name.toUpperCase(), `A ${name} is taken if`, '1. it floats, or', '2. it is dry.');
    expect(labels(lines(list('boat'), list('raft'), list('log')))).toBe(
      'p1 p1.1 p1.2 p2 p2.1 p2.2 p3 p3.1 p3.2',
    );
  });

  it('an anchor of AsciiDoc is no part of the heading below it', () => {
    const text = 'Boats\n-----\n\nBoats float.\n\n[[R]]\nRafts\n-----\n\nRafts float.';
    expect(readStructure(text).map(({ section }) => section)).toEqual([['Boats'], ['Rafts']]);
  });
});
