import { describe, expect, test } from 'vitest';
import {
  answerSentences,
  markerNumbers,
  uncitedSentences,
} from '../../evaluation/answer-sentences.js';

test.each([
  [
    'a marker after the full stop',
    'They met in Sochi. [1] They talked. [2]',
    [
      ['They met in Sochi.', [1]],
      ['They talked.', [2]],
    ],
  ],
  [
    'a marker before the full stop',
    'They met [1]. They talked [2][3].',
    [
      ['They met.', [1]],
      ['They talked.', [2, 3]],
    ],
  ],
  [
    'lines',
    'They met [1]\nThey talked',
    [
      ['They met', [1]],
      ['They talked', []],
    ],
  ],
  [
    'a quotation mark after the stop',
    'They said “yes.” [1] Then “No.” [2]',
    [
      ['They said “yes.”', [1]],
      ['Then “No.”', [2]],
    ],
  ],
  ['what has no word', 'They met. [1] 22. 5.', [['They met.', [1]]]],
])('%s', (_, answer, expected) => {
  expect(answerSentences(answer).map(({ text, numbers }) => [text, numbers])).toEqual(expected);
});

test('markers in order, repeats kept', () => {
  expect(markerNumbers('a [2] b [1][2] c [x] [⁠3]')).toEqual([2, 1, 2]);
});

describe('nothing is cited for', () => {
  const QUOTES = [
    { number: 1, quote: 'On Art. 5: the cotton hotel is near. It is open' },
    { number: 2, quote: 'They met in Sochi.' },
    { number: 3, quote: 'The states agree:\n(a) on trade;\n(b) on water.' },
  ];
  const uncited = (answer: string): readonly string[] =>
    uncitedSentences(answerSentences(answer), QUOTES).map(({ text }) => text);

  test.each([
    ['a sentence without a marker', 'They walk. [2] They talk.', ['They talk.']],
    ['a quotation without a marker', 'They met in Sochi.', ['They met in Sochi.']],
    ['a quotation behind its marker', 'It rains. [1] It is open.', ['It is open.']],
    ['a quotation before another’s marker', 'It is open. They met. [2]', ['It is open.']],
    [
      'a quotation that breaks off',
      'It is open. They sit. It rains. [1]',
      ['It is open.', 'They sit.'],
    ],
    [
      'a quotation before a marker that names no citation',
      'They met in Sochi. Yes. [9]',
      ['They met in Sochi.'],
    ],
  ])('%s', (_, answer, expected) => {
    expect(uncited(answer)).toEqual(expected);
  });

  test.each([
    ['of several sentences', 'The cotton hotel is near. It is open. [1]'],
    ['with an abbreviation', 'On Art. 5: The cotton hotel is near. [1]'],
    ['of list items', 'The states agree:\n(a) on trade;\n(b) on water. [3]'],
  ])('and not where a quotation %s breaks', (_, answer) => {
    expect(uncited(answer)).toEqual([]);
  });
});
