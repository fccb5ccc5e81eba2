import { describe, expect, it } from 'vitest';
import { lines, read } from './read.js';

const CASES: readonly (readonly [promise: string, text: string, expected: readonly string[]])[] = [
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

describe('readStructure, of lists and marks', () => {
  it.each(CASES)('%s', (_promise, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
