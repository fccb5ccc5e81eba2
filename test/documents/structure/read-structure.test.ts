import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';

/** `label: text` of every paragraph, with its innermost heading where there is one. */
function read(text: string): readonly string[] {
  return readStructure(text).map(
    ({ label, section, text: words }) =>
      `${label}${section.length > 0 ? ` [${section.join(' > ')}]` : ''}: ${words.replace(/\s+/g, ' ')}`,
  );
}

function lines(...all: readonly string[]): string {
  return all.join('\n\n');
}

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
  [
    'letters begin anew under every number',
    lines('1. One is.', '2.1 Foo is:', '(a) a;', '(b) b.', '2.2 Bar is:', '(a) c;', '(b) d.'),
    [
      '1: 1. One is.',
      '2.1: 2.1 Foo is:',
      '2.1(a): (a) a;',
      '2.1(b): (b) b.',
      '2.2: 2.2 Bar is:',
      '2.2(a): (a) c;',
      '2.2(b): (b) d.',
    ],
  ],
  [
    'after 1.12 comes 2, not 1.12.2',
    lines('1.11 Foo is.', '1.12 Bar is.', '2. Baz is.', '2.1 Qux is.'),
    ['1.11: 1.11 Foo is.', '1.12: 1.12 Bar is.', '2: 2. Baz is.', '2.1: 2.1 Qux is.'],
  ],
  [
    'a letter right below a heading belongs to the heading',
    lines('1. GRANT', 'a) Foo is;', 'b) Bar is.', '2. TERM', 'It ends.'),
    ['1(a) [1. GRANT]: a) Foo is;', '1(b) [1. GRANT]: b) Bar is.', '2 [2. TERM]: It ends.'],
  ],
  [
    'a title in capitals needs no blank line below it',
    '1. GRANT\nFoo is.\n\n2. TERM\nIt ends.',
    ['1 [1. GRANT]: Foo is.', '2 [2. TERM]: It ends.'],
  ],
  [
    'a paragraph in capitals is no heading',
    lines(
      'Foo is.',
      'THE TEXT IS PROVIDED AS IT IS,\nWITHOUT WARRANTY. NOBODY IS\nLIABLE FOR ANYTHING.',
      'Bar is.',
    ),
    [
      'p1: Foo is.',
      'p2: THE TEXT IS PROVIDED AS IT IS, WITHOUT WARRANTY. NOBODY IS LIABLE FOR ANYTHING.',
      'p3: Bar is.',
    ],
  ],
  [
    'a list among articles belongs to what introduces it',
    lines(
      'Article 1',
      'Foo is.',
      '2.1 RIGHTS',
      'The Parties undertake:',
      '1. to stay;',
      '2. to go.',
    ),
    [
      '1 [Article 1]: Foo is.',
      '2.1 [2.1 RIGHTS]: The Parties undertake:',
      '2.1.1 [2.1 RIGHTS]: 1. to stay;',
      '2.1.2 [2.1 RIGHTS]: 2. to go.',
    ],
  ],
  [
    'the title of another document tells its numbers apart',
    lines(
      'THE FIRST',
      '1. GRANT',
      'Foo is.',
      '2. TERM',
      'It ends.',
      'THE SECOND',
      '1. GRANT',
      'Bar is.',
    ),
    [
      '1 [THE FIRST > 1. GRANT]: Foo is.',
      '2 [THE FIRST > 2. TERM]: It ends.',
      'the-second.1 [THE SECOND > 1. GRANT]: Bar is.',
    ],
  ],
  [
    'articles may have titles with a stop',
    lines('Section 1 – Definitions.', 'Foo is.', 'Section 2 – Scope.', 'a. Bar is.', 'b. Baz is.'),
    [
      '1 [Section 1 – Definitions.]: Foo is.',
      '2.a [Section 2 – Scope.]: a. Bar is.',
      '2.b [Section 2 – Scope.]: b. Baz is.',
    ],
  ],
  [
    'numbered paragraphs stand no longer in the preamble',
    lines('Preamble', 'Foo is.', '1. Bar is.'),
    ['preamble-1 [Preamble]: Foo is.', '1: 1. Bar is.'],
  ],
  [
    'the closing formula belongs to no number',
    lines('1. Foo is.', 'Done at Rio, 1992.', 'For the Parties.'),
    ['1: 1. Foo is.', 'closing-1: Done at Rio, 1992.', 'closing-2: For the Parties.'],
  ],
  [
    'wording below a lettered list belongs to the paragraph',
    lines('1. Foo:', '(a) a;', '(b) b,', 'all of it in peace.', '2. Bar is.'),
    ['1: 1. Foo:', '1(a): (a) a;', '1(b): (b) b,', '1-2: all of it in peace.', '2: 2. Bar is.'],
  ],
  [
    'letters in a text without numbers belong to their paragraph',
    lines('We ask:', '(a) for tea;', '(b) for milk.', 'Thanks to all.'),
    ['p1: We ask:', 'p1(a): (a) for tea;', 'p1(b): (b) for milk.', 'p2: Thanks to all.'],
  ],
  [
    'two markers on one line nest',
    lines('1. (a) Foo is;', '(b) Bar is.'),
    ['1(a): 1. (a) Foo is;', '1(b): (b) Bar is.'],
  ],
  [
    'a number alone on its line has its wording below',
    '1.\n\nThe first.\n\n2.\n\nThe second.',
    ['1: 1. The first.', '2: 2. The second.'],
  ],
  [
    'years, amounts and initials are no numbers',
    lines('The towns met.', '2021. A good year.', '2.5 million came.', 'A. Smith spoke.'),
    [
      'p1: The towns met.',
      'p2: 2021. A good year.',
      'p3: 2.5 million came.',
      'p4: A. Smith spoke.',
    ],
  ],
  [
    'names one below the other are no headings',
    lines('The members are:', 'Argentina', 'Brazil', 'They met.'),
    ['p1: The members are:', 'p2: Argentina', 'p3: Brazil', 'p4: They met.'],
  ],
  [
    'a heading is not followed by small letters',
    lines('WE THE PEOPLES', 'to save succeeding generations, and', 'The rest is.'),
    ['p1: WE THE PEOPLES', 'p2: to save succeeding generations, and', 'p3: The rest is.'],
  ],
  [
    'preamble clauses are no headings',
    lines(
      'The Parties,',
      'Recalling the Charter of the United Nations,',
      'Guided by peace,',
      'HAVE AGREED AS FOLLOWS',
      '1. Foo is.',
    ),
    [
      'preamble-1: The Parties,',
      'preamble-2: Recalling the Charter of the United Nations,',
      'preamble-3: Guided by peace,',
      'preamble-4: HAVE AGREED AS FOLLOWS',
      '1: 1. Foo is.',
    ],
  ],
  [
    'a heading of several lines is one',
    'THE RIGHTS\nOF READERS\n\nReaders read.',
    ['p1 [THE RIGHTS OF READERS]: Readers read.'],
  ],
  [
    'underlined titles are headings',
    'The Title\n=========\n\nText is here.\n\nThe Other\n---------\n\nMore text.',
    ['p1 [The Title]: Text is here.', 'p2 [The Title > The Other]: More text.'],
  ],
  [
    'bold lines are headings without their marks',
    lines('**Article 1**', 'Foo is.', '**Closing words**', 'Bar is.'),
    ['1 [Article 1]: Foo is.', 'closing-words-1 [Closing words]: Bar is.'],
  ],
  [
    'bold numbers are numbers',
    lines('**1.** Foo is.', '**2.** Bar is.'),
    ['1: **1.** Foo is.', '2: **2.** Bar is.'],
  ],
  [
    'a table of contents takes no labels',
    lines(
      'Contents',
      'Article 1. Leaves',
      'Article 2. Water',
      'Article 1. Leaves',
      'Tea has leaves.',
      'Article 2. Water',
      'It is hot.',
    ),
    [
      'contents-1 [Contents]: Article 1. Leaves',
      'contents-2 [Contents]: Article 2. Water',
      '1 [Article 1. Leaves]: Tea has leaves.',
      '2 [Article 2. Water]: It is hot.',
    ],
  ],
  [
    'rules are neither headings nor paragraphs',
    'Foo is.\n\n* * *\n\nBar is.',
    ['p1: Foo is.', 'p2: Bar is.'],
  ],
  [
    'emoji, combining marks and half surrogates are kept',
    '🎉 Party is 👩‍👩‍👧.\n\ne\u0301 is.\n\n\ud800 is.',
    ['p1: 🎉 Party is 👩‍👩‍👧.', 'p2: e\u0301 is.', 'p3: \ud800 is.'],
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

describe('a number glued to the end of a paragraph', () => {
  const GLUED: readonly (readonly [text: string, labels: string])[] = [
    ['163. It ends between their peoples.165. In making it, they end.', '163 165'],
    ['1. One ends here. 2. Two starts there. 3. Three too.', '1 2 3'],
    ['1. One ends “here.”2. Two starts.\n\n3. Three is.', '1 2 3'],
  ];
  const NOT_GLUED: readonly string[] = [
    '5. See resolution 2030.165. In making it, they end.',
    '5. See resolution 2396. The States agree.',
    '5. See No.6. The text is there.',
    '5. It was in July.6. august it was not.',
    '5. It ends.60. Too far away it is.',
    '5. It ends.4. Before it stands.',
    '5. Aims: 1. Peace; 2. Trade; 3. Tea; 4. Milk; 5. Sugar; 6. Honey.',
    '5. It rose by 3.6. Percent they were not.',
  ];

  it.each(GLUED)('%j', (text, labels) => {
    expect(
      readStructure(text)
        .map((paragraph) => paragraph.label)
        .join(' '),
    ).toBe(labels);
  });

  it.each(NOT_GLUED)('is not seen in %j', (text) => {
    expect(readStructure(text)).toHaveLength(1);
  });

  it('is not seen where the number is printed at the beginning of a line', () => {
    expect(readStructure('5. It ends.6. Not yet.\n\n6. Six is.')).toHaveLength(2);
  });
});
