import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AnswerSplitter,
  splitAnswer,
  wholePart,
  type AnswerPart,
} from '../../../src/widget/wording/answer-splitter.js';

const cites =
  (...numbers: readonly number[]) =>
  (number: number): boolean =>
    numbers.includes(number);

/** Words in one piece, however they came. */
function joined(parts: readonly AnswerPart[]): readonly AnswerPart[] {
  const result: AnswerPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'words' && last?.kind === 'words' && last.strong === part.strong) {
      result[result.length - 1] = { ...last, text: last.text + part.text };
    } else result.push(part);
  }
  return result;
}

function inPieces(
  pieces: readonly string[],
  isCited: (number: number) => boolean,
): readonly AnswerPart[] {
  const splitter = new AnswerSplitter(isCited);
  return joined([...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]);
}

const words = (text: string, strong = false): AnswerPart => ({ kind: 'words', text, strong });
const marker = (number: number): AnswerPart => ({ kind: 'marker', number });

describe('an answer', () => {
  test.each<readonly [string, readonly AnswerPart[]]>([
    [
      'By consent. [1] And so. [12]',
      [words('By consent. '), marker(1), words(' And so. '), marker(12)],
    ],
    ['[1][12]', [marker(1), marker(12)]],
    [
      'Numbers without a citation: [2] [0] [01] [1948] [⁠1948] [1',
      [words('Numbers without a citation: [2] [0] [01] [1948] [⁠1948] [1')],
    ],
    ['[[1]]', [words('['), marker(1), words(']')]],
    [
      'a **bold [1] word** b',
      [words('a '), words('bold ', true), marker(1), words(' word', true), words(' b')],
    ],
    ['*one* ***three', [words('*one* '), words('*three', true)]],
    ['', []],
  ])('%j', (text, parts) => {
    expect(joined(splitAnswer(text, cites(1, 12)))).toEqual(parts);
  });

  test('is the same at every cut', () => {
    const text = 'a **b** [1] [12] [123] [1234] [1948] [x] *** [';
    const whole = joined(splitAnswer(text, cites(1, 12, 123)));
    for (let at = 0; at <= text.length; at += 1) {
      expect(inPieces([text.slice(0, at), text.slice(at)], cites(1, 12, 123))).toEqual(whole);
    }
    expect(inPieces(Array.from(text), cites(1, 12, 123))).toEqual(whole);
  });

  test('is the same however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('*', '**', '[', ']', '1', '2', '0', 'a', ' ', '[1]', '😀'), {
          maxLength: 30,
        }),
        (pieces) => {
          expect(inPieces(pieces, cites(1, 2, 12))).toEqual(
            joined(splitAnswer(pieces.join(''), cites(1, 2, 12))),
          );
        },
      ),
    );
  });

  test('is shown at once, but for what may still become a number', () => {
    const splitter = new AnswerSplitter(cites(1));
    expect(splitter.push('Dams. [')).toEqual([words('Dams. ')]);
    expect(splitter.push('1')).toEqual([]);
    expect(splitter.push(']')).toEqual([marker(1)]);
  });

  test('of a flood of brackets and stars is read in one go', () => {
    expect(joined(splitAnswer(`${'['.repeat(500_000)}${'*'.repeat(499_998)}x`, cites(1)))).toEqual([
      words('['.repeat(500_000)),
      words('x', true),
    ]);
  });
});

describe('the whole part of an answer that was cut off', () => {
  test.each([
    ['One. [1] Two. [2] Thr', 'One. [1] Two. [2]'],
    ['One. [1] Two. [2', 'One. [1]'],
    ['One. [1] Two. [7] x', 'One. [1]'],
    ['One', ''],
    ['', ''],
  ])('%j is %j', (text, whole) => {
    expect(wholePart(text, cites(1, 2))).toBe(whole);
  });
});
