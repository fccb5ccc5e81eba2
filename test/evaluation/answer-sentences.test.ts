import { expect, test } from 'vitest';
import { answerSentences, isCited, markerNumbers } from '../../evaluation/answer-sentences.js';

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

test('a sentence is cited where it has a marker, or stands whole in a quote', () => {
  const [bare] = answerSentences('The cotton hotel is near.');
  expect(bare).toBeDefined();
  if (bare === undefined) return;
  expect(isCited(bare, [])).toBe(false);
  expect(isCited(bare, [{ quote: 'Art. 5: the cotton hotel is near, and far' }])).toBe(true);
  expect(isCited({ ...bare, numbers: [1] }, [])).toBe(true);
});
