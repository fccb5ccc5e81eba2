import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';
import { lines, read } from './read.js';

const CASES: readonly (readonly [promise: string, text: string, expected: readonly string[]])[] = [
  ['blank text has no paragraphs', ' \r\n\t\n', []],
  [
    'a text of one line is one paragraph',
    'One line without an end',
    ['p1: One line without an end'],
  ],
  [
    'a title alone is a paragraph, as it could not be cited else',
    'ONLY A TITLE',
    ['p1: ONLY A TITLE'],
  ],
  [
    'a heading and a paragraph may have the same number',
    lines('3. SECURITY', '3. On June 15 they met.', '4. They parted.'),
    ['3 [3. SECURITY]: 3. On June 15 they met.', '4 [3. SECURITY]: 4. They parted.'],
  ],
  [
    'numbered titles without a stop are headings where wording stands below them',
    lines(
      '1. Introduction',
      'This is a text about tea, which people drink.',
      '2. Scope',
      'It is about tea only.',
    ),
    [
      '1 [1. Introduction]: This is a text about tea, which people drink.',
      '2 [2. Scope]: It is about tea only.',
    ],
  ],
  [
    'numbered titles one below the other are a list',
    lines('We want:', '1. Peace', '2. Tea', 'That is all.'),
    ['preamble-1: We want:', '1: 1. Peace', '2: 2. Tea', '2-2: That is all.'],
  ],
  [
    'titles with a stop are headings where most numbers stand before such',
    lines(
      '1. Source Code.',
      'The code is a text.',
      '2. Basic Permissions.',
      'The text may be read.',
      'It may be copied.',
    ),
    [
      '1 [1. Source Code.]: The code is a text.',
      '2 [2. Basic Permissions.]: The text may be read.',
      '2-2 [2. Basic Permissions.]: It may be copied.',
    ],
  ],
  [
    'short sentences with numbers are paragraphs',
    lines('1. One is.', '2. Encourage research.', 'More of it.'),
    ['1: 1. One is.', '2: 2. Encourage research.', '2-2: More of it.'],
  ],
  [
    'decimal numbers are labels as they stand',
    lines(
      '1. SCOPE',
      '1.1 This applies to tea.',
      '2. TERMS',
      '2.1 In this text:',
      '(a) tea is tea;',
      '(b) coffee is not.',
      '2.10 Ten it is.',
    ),
    [
      '1.1 [1. SCOPE]: 1.1 This applies to tea.',
      '2.1 [2. TERMS]: 2.1 In this text:',
      '2.1(a) [2. TERMS]: (a) tea is tea;',
      '2.1(b) [2. TERMS]: (b) coffee is not.',
      '2.10 [2. TERMS]: 2.10 Ten it is.',
    ],
  ],
  [
    'decimals may stand below whole numbers',
    '1. The Parties agree on:\n1.1 cooperation;\n1.2 trade.\n2. They meet.',
    ['1: 1. The Parties agree on:', '1.1: 1.1 cooperation;', '1.2: 1.2 trade.', '2: 2. They meet.'],
  ],
  [
    'articles may have their wording on the same line',
    'Article 1. Everyone has tea.\n\nArticle 2. Everyone drinks it.',
    ['1: Article 1. Everyone has tea.', '2: Article 2. Everyone drinks it.'],
  ],
  [
    'articles may have their titles on the same line',
    'Article 1. Right to tea\nEveryone has tea.\n\nArticle 2: Duties\n1. Drink it.',
    ['1 [Article 1. Right to tea]: Everyone has tea.', '2.1 [Article 2: Duties]: 1. Drink it.'],
  ],
  [
    'a reference to an article is none',
    lines('The States agree.', 'Article 5 of the Treaty says so.', 'Article 2(4) prohibits force.'),
    [
      'p1: The States agree.',
      'p2: Article 5 of the Treaty says so.',
      'p3: Article 2(4) prohibits force.',
    ],
  ],
  [
    'paragraphs in brackets keep them',
    lines('Article 13', '(1) Everyone moves.', '(2) Everyone leaves.'),
    ['13(1) [Article 13]: (1) Everyone moves.', '13(2) [Article 13]: (2) Everyone leaves.'],
  ],
  [
    'recitals before the first article belong to the preamble',
    lines(
      'Whereas:',
      '(1) Tea is good.',
      '(2) Water is wet.',
      'Has adopted this:',
      'Article 1',
      'The end.',
    ),
    [
      'preamble-1: Whereas:',
      'preamble(1): (1) Tea is good.',
      'preamble(2): (2) Water is wet.',
      'preamble-2: Has adopted this:',
      '1 [Article 1]: The end.',
    ],
  ],
  [
    'articles of other languages',
    lines('Artikel 1', 'Die Würde ist unantastbar.', 'Artikel 2', '(1) Jeder hat das Recht.'),
    ['1 [Artikel 1]: Die Würde ist unantastbar.', '2(1) [Artikel 2]: (1) Jeder hat das Recht.'],
  ],
  [
    'the first article may be called so',
    lines('Article premier', 'Tous les êtres.', 'Article 2', 'Chacun.'),
    ['1 [Article premier]: Tous les êtres.', '2 [Article 2]: Chacun.'],
  ],
  [
    'articles that begin again under chapters get the chapter',
    'CHAPTER I\nGENERAL\n\nArticle 1\n\nFoo.\n\nCHAPTER II\nSPECIAL\n\nArticle 1\n\nBar.',
    [
      'I.1 [CHAPTER I > GENERAL > Article 1]: Foo.',
      'II.1 [CHAPTER II > SPECIAL > Article 1]: Bar.',
    ],
  ],
  [
    'a chapter from the middle of a text gives its number',
    lines('IX. FINAL PROVISIONS', '1. Foo is.', '2. Bar is.'),
    ['IX.1 [IX. FINAL PROVISIONS]: 1. Foo is.', 'IX.2 [IX. FINAL PROVISIONS]: 2. Bar is.'],
  ],
  [
    'numbers that run on across chapters stay bare',
    lines(
      'I. VISION',
      '1. Foo is.',
      'II. MEANS',
      '2. Bar is.',
      'We go on.',
      'III. END',
      'Amen to it all.',
    ),
    [
      '1 [I. VISION]: 1. Foo is.',
      '2 [II. MEANS]: 2. Bar is.',
      '2-2 [II. MEANS]: We go on.',
      'III [III. END]: Amen to it all.',
    ],
  ],
  [
    'annexes have their name before their numbers',
    lines('Article 1', 'Foo.', 'ANNEX I', '1. The first is.', 'ANNEX II', '1. The other is.'),
    [
      '1 [Article 1]: Foo.',
      'annex-I.1 [ANNEX I]: 1. The first is.',
      'annex-II.1 [ANNEX II]: 1. The other is.',
    ],
  ],
  [
    'a list within a paragraph is part of it',
    lines('22. The States:', '1. agree;', '2. disagree.', '23. They go on.'),
    ['22: 22. The States:', '22.1: 1. agree;', '22.2: 2. disagree.', '23: 23. They go on.'],
  ],
  [
    'a number that is printed twice is told apart',
    lines('1. One is.', '2. Two is.', '2. Two again.', '3. Three is.'),
    ['1: 1. One is.', '2: 2. Two is.', '2~2: 2. Two again.', '3: 3. Three is.'],
  ],
  [
    '(i) after (h) is a letter, after (a) a roman numeral',
    lines('1. Foo:', '(a) a:', '(i) one;', '(ii) two;', '(b) b;', '(h) h;', '(i) i;', '(j) j.'),
    [
      '1: 1. Foo:',
      '1(a): (a) a:',
      '1(a)(i): (i) one;',
      '1(a)(ii): (ii) two;',
      '1(b): (b) b;',
      '1(h): (h) h;',
      '1(i): (i) i;',
      '1(j): (j) j.',
    ],
  ],
];

describe('readStructure', () => {
  it.each(CASES)('%s', (_promise, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('begins the wording after the number, on whatever line it stands', () => {
    const text = '1.\n\nFoo.\n\n**2.** Bar.\n\nNo number.\n\n3.';
    expect(
      readStructure(text).map(({ bodyStart }) => text.slice(bodyStart, bodyStart + 3)),
    ).toEqual(['Foo', 'Bar', 'No ', '3.']);
  });
});
