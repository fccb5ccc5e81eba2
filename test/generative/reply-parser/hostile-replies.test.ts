import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_UNITS } from './hostile-units.js';
import { parse, parsePieces, shown } from './parse.js';
import { REPLY_TABLE } from './reply-table.js';

/** Pieces of which hostile replies are made. */
const PIECES = [
  'They',
  'agree',
  'Mr.',
  'Art.',
  '5',
  'No',
  'U.S.',
  '1948',
  '.',
  '. ',
  '! ',
  '? ',
  '。',
  '…',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '[',
  ']',
  '[1]',
  '[2',
  '3]',
  '[1-9]',
  '[99]',
  '[1948]',
  '[sic]',
  '【',
  '】',
  '［１］',
  '(',
  ')',
  '](',
  'http://x',
  '^',
  ':',
  ',',
  '-',
  '- ',
  '1. ',
  '# ',
  '> ',
  '|',
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~~',
  '<',
  '>',
  '<b>',
  '<think>',
  '</think>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '[THINK]',
  '[/THINK]',
  '<|channel|>',
  'final',
  '<|message|>',
  '<|end|>',
  '{"',
  '":"',
  '"}',
  '{',
  '}',
  'S1',
  'S12',
  '(S1)',
  '|---|',
  '“',
  '”',
  '"',
  '\\',
  '!',
  '\u202e',
  '\u200b',
  '\u2060',
  '😀',
  '\ud83d',
  '\ude00',
  'é',
  '\u0000',
  '\ufffd',
  '†',
  'source',
];
const hostile = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('whatever a model writes', () => {
  it('reads the same however the reply is cut', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(hostile, fc.array(fc.nat(80), { maxLength: 8 }), (reply, cuts) => {
        const places = [
          0,
          ...cuts.filter((cut) => cut < reply.length).sort((a, b) => a - b),
          reply.length,
        ];
        const pieces = places.slice(1).map((end, i) => reply.slice(places[i], end));
        expect(parsePieces(pieces)).toEqual(parse(reply));
        expect(parsePieces(reply.split(''))).toEqual(parse(reply));
        const bare = { readsBare: true };
        expect(parsePieces(pieces, bare)).toEqual(parse(reply, bare));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every row of the table the same at every cut', () => {
    for (const [reply] of Object.values(REPLY_TABLE).flat()) {
      for (let cut = 0; cut <= reply.length; cut++) {
        expect(parsePieces([reply.slice(0, cut), reply.slice(cut)])).toEqual(parse(reply));
      }
    }
  });

  it(
    'gives plain text on one line in which nothing reads as a marker, and numbers that there are',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(hostile, fc.nat(9), fc.boolean(), (reply, highest, readsBare) => {
          const sentences = parse(reply, { highestNumber: highest, readsBare });
          let answer = '';
          for (const { text, numbers, unknown, separator } of sentences) {
            expect(text.isWellFormed()).toBe(true);
            expect(text).toMatch(/[\p{L}\p{N}]/u);
            expect(text).toBe(text.trim());
            expect(text).not.toMatch(
              /[[［【]\s*[\p{N}^]|[^\P{DI}\u2060]|[\p{Cc}\p{Co}\p{Zl}\p{Zp}]|\s\s/u,
            );
            expect(new Set(numbers).size).toBe(numbers.length);
            expect(
              numbers.every(
                (number) => Number.isInteger(number) && number >= 1 && number <= highest,
              ),
            ).toBe(true);
            expect(unknown).toBeGreaterThanOrEqual(0);
            expect(separator).toMatch(answer === '' ? /^$/u : /^(?: |\n{0,2})$/u);
            answer += separator + text;
          }
          expect(answer).not.toMatch(/\[\d+\]/u);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it.each(HOSTILE_UNITS)(
    'loses nothing of what came before twenty thousand characters of %j',
    (unit) => {
      const reply = unit.repeat(20_000 / unit.length);
      expect(parse(`They agree [1]. Yes they do.\n\n${reply}`, { highestNumber: 400 })[0]).toEqual({
        text: 'They agree.',
        numbers: [1],
        unknown: 0,
        separator: '',
      });
    },
  );

  it('a range costs nothing, whatever it spans', () => {
    expect(shown(parse('They agree [1-999999999][0-999999999].', { highestNumber: 2 }))).toEqual([
      'They agree. 1,2??',
    ]);
  });
});
