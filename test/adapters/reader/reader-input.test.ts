import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerWindows, type ReaderFrame } from '../../../src/adapters/reader/reader-input.js';

const CLS = 101;
const SEP = 102;
const FRAME: ReaderFrame = {
  classify: CLS,
  separate: SEP,
  maxTokens: 20,
  maxQuestionTokens: 6,
  maxSentenceTokens: 8,
};

describe('a passage that a reader takes in at once', () => {
  it('is [CLS] question [SEP] sentence [SEP] sentence [SEP], with a mark after each', () => {
    expect(readerWindows([1, 2], [[11, 12, 13], [21], [31, 32]], FRAME)).toEqual([
      {
        ids: [CLS, 1, 2, SEP, 11, 12, 13, SEP, 21, SEP, 31, 32, SEP],
        types: [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        marks: [7, 9, 12],
        first: 0,
      },
    ]);
  });

  it('goes on in a window of its own where it is too long for one, never within a sentence', () => {
    const long = [11, 12, 13, 14, 15, 16];
    const windows = readerWindows([1, 2], [long, long, long, long, [8, 9]], FRAME);
    expect(windows.map(({ first, marks }) => [first, marks.length])).toEqual([
      [0, 2],
      [2, 2],
      [4, 1],
    ]);
    for (const { ids } of windows) expect(ids.slice(0, 4)).toEqual([CLS, 1, 2, SEP]);
  });

  it('has a question and sentences that are too long cut', () => {
    const [window] = readerWindows(
      [1, 2, 3, 4, 5, 6, 7, 8],
      [[11, 12, 13, 14, 15, 16, 17, 18, 19]],
      FRAME,
    );
    expect(window?.ids).toEqual([
      ...[CLS, 1, 2, 3, 4, 5, 6, SEP],
      ...[11, 12, 13, 14, 15, 16, 17, 18, SEP],
    ]);
  });
});

const ids = (maxLength: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 99 }), { maxLength });

it('whatever is read, each sentence has one mark, right after it, and no window is too long', () => {
  fc.assert(
    fc.property(
      ids(12),
      fc.array(ids(15), { minLength: 1, maxLength: 12 }),
      (question, sentences) => {
        const windows = readerWindows(question, sentences, FRAME);
        const marked = windows.flatMap(({ first, marks }) => marks.map((_, i) => first + i));
        expect(marked).toEqual(sentences.map((_, place) => place));
        for (const { ids: tokens, types = [], first, marks } of windows) {
          expect(tokens.length).toBeLessThanOrEqual(FRAME.maxTokens);
          const asked = question.slice(0, FRAME.maxQuestionTokens).length + 2;
          expect(types).toEqual(tokens.map((_, i) => Number(i >= asked)));
          let from = asked;
          marks.forEach((mark, i) => {
            expect(tokens[mark]).toBe(SEP);
            const whole = sentences[first + i] ?? [];
            const read = tokens.slice(from, mark);
            expect(read).toEqual(whole.slice(0, read.length));
            expect(read.length).toBe(Math.min(whole.length, FRAME.maxSentenceTokens));
            from = mark + 1;
          });
          expect(from).toBe(tokens.length);
        }
      },
    ),
  );
});
