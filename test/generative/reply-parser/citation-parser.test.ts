import { describe, expect, it } from 'vitest';
import { CitationParser } from '../../../src/generative/reply-parser/citation-parser.js';
import { parse, shown } from './parse.js';
import { BARE_NUMBERS, REPLY_TABLE } from './reply-table.js';

describe('a reply is read as sentences with their numbers', () => {
  for (const [promise, rows] of Object.entries(REPLY_TABLE)) {
    it.each(rows)(`${promise}: %j`, (reply, expected) => {
      expect(shown(parse(reply))).toEqual(expected);
    });
  }

  it.each(BARE_NUMBERS)('numbers without brackets: %j', (reply, expected) => {
    expect(shown(parse(reply, { readsBare: true }))).toEqual(expected);
  });

  it('keeps what stood between sentences', () => {
    const separators = parse('A one.\nB two. C three.\n\nD four:\n- E five\n- F six').map(
      ({ separator }) => separator,
    );
    expect(separators).toEqual(['', '\n', ' ', '\n\n', '\n', '\n']);
    expect(parse('```js\nx\n```\n\nFirst. 句子。句子。').map(({ separator }) => separator)).toEqual(
      ['', ' ', ''],
    );
  });

  it.each([
    'They sit:\nOrgan | Seat\n--- | :-:\nCourt | The Hague [1]\n\nLast | one [2].',
    'They sit:\n| Organ | Seat |\n|---|---|\n| Court | The Hague [1] |\n\nLast | one [2].',
  ])('reads rows below a rule, with bars around them or without: %j', (reply) => {
    const rows = parse(reply).map(({ row }) => row && [row.isHead, ...row.cells]);
    expect(rows).toEqual([
      undefined,
      [true, 'Organ', 'Seat'],
      [false, 'Court', 'The Hague'],
      undefined,
    ]);
  });

  it('does not indent an item by what stood before it in thinking', () => {
    expect(parse('It is\n  </think>- peace [1]')).toMatchObject([{ text: 'peace', indent: 0 }]);
  });

  it('keeps a number from four digits on that has a sentence', () => {
    expect(shown(parse('They agree [1948].', { highestNumber: 2000 }))).toEqual([
      'They agree. 1948',
    ]);
  });

  it('leaves out the words of a sentence of more than 2,000 characters, tells of it, and reads on', () => {
    expect(shown(parse(`They agree [1]. It ${'goes '.repeat(500)}on [2]. They meet [3].`))).toEqual(
      ['They agree. 1', '', 'They meet. 3'],
    );
  });
});

describe('a sentence is released', () => {
  const released = (reply: string): string[] =>
    shown(new CitationParser({ highestNumber: 9, readsBare: false }).push(reply));

  it.each([
    ['They agree here. [1] T', ['They agree here. 1']],
    ['It was in 2021 [1]. The ', ['It was in 2021. 1']],
    ['They agree [1].\n\nTh', ['They agree. 1']],
    ['句子[1]。下', ['句子。 1']],
  ])('when the next has begun: %j', (reply, expected) => {
    expect(released(reply)).toEqual(expected);
  });

  it.each([
    'They agree all.',
    'They agree all. [',
    'They agree all. [1] ',
    'They agree all. [1]\n',
    'They agree all.\n\n[1]\n',
    'It was Art. 5',
    'He said “It is. But ',
  ])('and not before: %j', (reply) => {
    expect(released(reply)).toEqual([]);
  });
});
