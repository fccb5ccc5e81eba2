import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCondensed } from '../../../src/retrieval/query/read-condensed.js';

const EARLIER = [
  'What is the SCO Business Council for?',
  'It promotes trade between the 8 members.',
];
const QUESTION = 'And since when does it exist?';
const GOOD = 'Since when does the SCO Business Council exist?';
const read = (text: string, question = QUESTION): string | undefined =>
  readCondensed(text, { question, earlier: EARLIER });

describe('a question made of what was said is taken', () => {
  test.each([
    ['alone', GOOD],
    ['with blanks around it', `\n  ${GOOD} \n`],
    ['in quotes', `"${GOOD}"`],
    ['in typographic quotes', `“${GOOD}”`],
    ['with a label', `Standalone question: ${GOOD}`],
    ['after thinking aloud', `<think>They mean the council.\nSo:</think>\n${GOOD}`],
    ['with marks that cannot be seen', `\u200b${GOOD}\u202e`],
  ])('%s', (_how, text) => {
    expect(read(text)).toBe(GOOD);
  });

  test('with quotes and numbers of its own', () => {
    expect(read('Since when does the "SCO Business Council" of the 8 members exist?')).toContain(
      '"SCO Business Council" of the 8',
    );
  });
});

describe('nothing is taken from', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['signs', '???'],
    ['the last question as it was', 'And since when does it exist'],
    ['several lines', `${GOOD}\nIt was founded long ago.`],
    ['over 500 characters', `${GOOD} ${'SCO Business Council '.repeat(30)}`],
    [
      'words that nobody has said',
      'Which hotels, airlines, museums and restaurants does the council recommend?',
    ],
    ['a refusal', 'I am sorry, but as a language model I cannot help with that request.'],
    ['a page', '<!doctype html><title>Sign in</title><p>Please sign in to go on.'],
    [
      'a number that nobody has said',
      'Does paragraph 22 say since when the SCO Business Council exists?',
    ],
  ])('%s', (_what, text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('a last question that shows no sign of leaning', () => {
  test('may gain words', () => {
    expect(
      read('Which members trade through the SCO Business Council?', 'Which members trade?'),
    ).toBe('Which members trade through the SCO Business Council?');
  });

  test('may not lose any', () => {
    expect(
      read('What is the SCO Business Council for?', 'Where are hotels and restaurants?'),
    ).toBeUndefined();
  });
});

test('whatever a model writes, what is taken is one bounded line', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('SCO', 'Business', 'Council', 'exist', '\n', ' ', '\u2028', '\u0000', '[1]'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const condensed = read(pieces.join(' '));
      if (condensed === undefined) return;
      expect(condensed).toBe(condensed.trim().toWellFormed());
      expect(condensed).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(condensed.length).toBeGreaterThan(0);
      expect(condensed.length).toBeLessThanOrEqual(500);
    }),
  );
});
