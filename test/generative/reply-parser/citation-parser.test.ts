import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitationParser } from '../../../src/generative/reply-parser/citation-parser.js';
import { HOSTILE_UNITS } from './hostile-units.js';
import { parse, parsePieces, shown } from './parse.js';

/**
 * Replies, with nine sentences to cite, and what is read in them: text and numbers, `?` for each
 * unknown marker.
 */
const TABLE: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'markers of every form': [
    ['They agree [1].', ['They agree. 1']],
    ['They agree. [1] They meet. [2]', ['They agree. 1', 'They meet. 2']],
    ['They agree.[1] They meet.[2]', ['They agree. 1', 'They meet. 2']],
    ['They agree [1][2].', ['They agree. 1,2']],
    ['They agree [1] [2], as ever [3].', ['They agree, as ever. 1,2,3']],
    ['They agree [1, 2; 4].', ['They agree. 1,2,4']],
    ['They agree [1 and 3].', ['They agree. 1,3']],
    ['They agree [1-3].', ['They agree. 1,2,3']],
    ['They agree [1–3, 5].', ['They agree. 1,2,3,5']],
    ['They agree [3-1].', ['They agree. 1,2,3']],
    ['They agree 【1】.', ['They agree. 1']],
    ['They agree ［１］.', ['They agree. 1']],
    ['They agree [^1].', ['They agree. 1']],
    ['They agree [1†source].', ['They agree. 1']],
    ['They agree 【1†L3-L5】.', ['They agree. 1']],
    ['They agree [source 1], [citation:2], [Sentence 3].', ['They agree. 1,2,3']],
    ['They agree [**1**].', ['They agree. 1']],
    [String.raw`They agree \[1\].`, ['They agree. 1']],
    ['They agree [1](#source-1).', ['They agree. 1']],
    ['They agree ([1]).', ['They agree. 1']],
    ['They agree [2][1][2].', ['They agree. 2,1']],
    ['They agree [01].', ['They agree. 1']],
  ],
  'what has no sentence is dropped and counted': [
    ['They agree [0].', ['They agree. ?']],
    ['They agree [10].', ['They agree. ?']],
    ['They agree [165].', ['They agree. ?']],
    ['They agree [1, 12].', ['They agree. 1?']],
    ['They agree [8-999999999].', ['They agree. 8,9?']],
    ['They agree [1-1948].', ['They agree. 1,2,3,4,5,6,7,8,9?']],
    ['They agree 【4:0†source】.', ['They agree. ?']],
  ],
  'brackets of the text survive': [
    ['The Declaration [1948] holds [1].', ['The Declaration [\u20601948] holds. 1']],
    ['The years [1948, 1966] count [1].', ['The years [\u20601948, 1966] count. 1']],
    ['Resolution [2396] counts [1].', ['Resolution [\u20602396] counts. 1']],
    [
      'He said [sic] that [the Organization] grows [1].',
      ['He said [sic] that [the Organization] grows. 1'],
    ],
    ['It grows […] and grows [...] on [1].', ['It grows […] and grows [...] on. 1']],
    ['On [16-17 September] they met [1].', ['On [\u206016-17 September] they met. 1']],
    ['It [grows [1].', ['It [grows. 1']],
    ['It] grows [1].', ['It] grows. 1']],
    ['It (1) grows and (b) ends [1].', ['It (1) grows and (b) ends. 1']],
    ['[^1]: The Charter, article 2.', ['[\u2060^1]: The Charter, article 2.']],
    ['[1]: https://example.org', ['[\u20601]: https://example.org']],
  ],
  'links and images': [
    ['The [Charter](https://example.org/a_(b) "Title") holds [1].', ['The Charter holds. 1']],
    ['The [Charter](see below) holds [1].', ['The [Charter](see below) holds. 1']],
    ['A map ![of Asia](https://example.org/a.png) is here [1].', ['A map is here. 1']],
    ['Great![1] It holds.', ['Great! 1', 'It holds.']],
    ['The [Charter][1] holds.', ['The [Charter] holds. 1']],
    ['The [[1]] holds ([2], [3]).', ['The holds. 1,2,3']],
  ],
  'nothing in code is a marker': [
    ['Write `[1]` so [2].', ['Write [\u20601] so. 2']],
    ['Write ``a`[1]`` so [2].', ['Write a`[\u20601] so. 2']],
    ['First [1].\n```\nThey lie [2].\n```\nLast [3].', ['First. 1', 'Last. 3']],
    ['First [1].\n~~~js\nThey lie [2].\n~~~\nLast [3].', ['First. 1', 'Last. 3']],
    ['First [1]. ```\nThey lie [2].```\nLast [3].', ['First. 1', 'Last. 3']],
    ['- ```\n[2]\n```\nLast [3].', ['Last. 3']],
    ['First [1].\n```\nThey lie [2]. And never stop.', ['First. 1']],
    ['A lost ` backtick [1].', ['A lost backtick. 1']],
  ],
  'thinking aloud and HTML': [
    ['<think>They lie [2].</think>They agree [1].', ['They agree. 1']],
    ['<THINK>\n```\n</think>\n\nThey agree [1].', ['They agree. 1']],
    ['They may lie [2]\n</think>They agree [1].', ['They agree. 1']],
    ['<think>It goes on [1].', []],
    ['They <b>agree</b> <script>alert("[2]")</script>[1].', ['They agree. 1']],
    ['They agree <!-- [2] --> so [1].', ['They agree so. 1']],
    ['They agree [1].<br>They meet [2].', ['They agree. 1', 'They meet. 2']],
    ['<img src=x onerror=alert(1)>They agree [1].', ['They agree. 1']],
    ['If 1 < 2 and 3<4 they agree [1].', ['If 1 < 2 and 3<4 they agree. 1']],
    ['It is <b and\nmore [1].', ['It is <b and more. 1']],
    ['It is. They <b and no end [1].', ['It is.', 'They']],
  ],
  'Markdown becomes plain text': [
    ['**Peace** is *good*, __very__ _good_ ~~bad~~ [1].', ['Peace is good, very good bad. 1']],
    ['2 * 3 is 6, and snake_case stays [1].', ['2 * 3 is 6, and snake_case stays. 1']],
    ['# Security\nThey agree [1].', ['Security', 'They agree. 1']],
    ['**Security**\nThey agree [1].', ['Security', 'They agree. 1']],
    [
      'They want:\n- peace [1]\n* trade [2]\n3. tea [3]\n(d) more [4]',
      ['They want:', 'peace 1', 'trade 2', 'tea 3', 'more 4'],
    ],
    ['> They agree [1].\n\n---\n\nThey meet [2].', ['They agree. 1', 'They meet. 2']],
    [
      '| Place | City |\n|---|---|\n| Secretariat | Beijing [1] |',
      ['Place | City |', 'Secretariat | Beijing | 1'],
    ],
  ],
  sentences: [
    [
      'On Art. 5 they agree, and 4.5 million pay [1]. Mr. Smith of No. 7 left [2].',
      ['On Art. 5 they agree, and 4.5 million pay. 1', 'Mr. Smith of No. 7 left. 2'],
    ],
    ['The U.S. Investment Fund grew [1].', ['The U.S. Investment Fund grew. 1']],
    ['The U.S. left in 2021. It came back [1].', ['The U.S. left in 2021.', 'It came back. 1']],
    [
      'He said: “It is good. It is bad.” [1] Then he left [2].',
      ['He said: “It is good. It is bad.” 1', 'Then he left. 2'],
    ],
    [
      'The forum "On the Track. The Role" met [1]. It ended.',
      ['The forum "On the Track. The Role" met. 1', 'It ended.'],
    ],
    [
      'A “quotation that never ends. They agree [1].',
      ['A “quotation that never ends.', 'They agree. 1'],
    ],
    [
      '这是第一句[1]。这是第二句。[2]这是第三句【3】。',
      ['这是第一句。 1', '这是第二句。 2', '这是第三句。 3'],
    ],
    ['Они согласны [1]. Они встречаются. [2]', ['Они согласны. 1', 'Они встречаются. 2']],
    [
      'They agree and go on with all of what they have begun so long\nago in Shanghai [1].',
      ['They agree and go on with all of what they have begun so long ago in Shanghai. 1'],
    ],
    ['They agree [1]\nThey meet [2]', ['They agree 1', 'They meet 2']],
  ],
  'markers that stand apart': [
    ['They agree.\n[1]\n\nThey meet.\n\n[2][3]', ['They agree. 1', 'They meet. 2,3']],
    ['[1] They agree.\n[2] They meet.', ['They agree. 1', 'They meet. 2']],
    ['[1],[2],[3]\nThey agree [4].', ['They agree. 4']],
    ['They agree. [1],[2],[3]', ['They agree. 1,2,3']],
    ['Sources: [1], [2]', ['Sources: 1,2']],
    ['According to [1], they agree.', ['They agree. 1']],
    ['They agree [1', ['They agree']],
    ['They agree [', ['They agree']],
    ['They agree [si', ['They agree [si']],
  ],
  'yes and no stay': [
    ['Yes, they agree [1].', ['Yes, they agree. 1']],
    [
      'No – they do not agree [1]. Yes. No one agrees [2].',
      ['No – they do not agree. 1', 'Yes.', 'No one agrees. 2'],
    ],
  ],
  'numbers as the prompt writes them': [
    ['They agree [S1].', ['They agree. 1']],
    ['They agree [S1][S2], and meet [s3].', ['They agree, and meet. 1,2,3']],
    ['They agree [S1, S2] [S3-S5].', ['They agree. 1,2,3,4,5']],
  ],
  'what cannot be seen': [
    ['They\u202e agree\u2069 [\u200b1\u2060].', ['They agree. 1']],
    ['They\u2028agree\ud800 \u0000so [1].', ['They agree so. 1']],
    ['They \ue200cite\ue201 agree [\u206012].', ['They cite agree. ?']],
  ],
};

describe('a reply is read as sentences with their numbers', () => {
  for (const [promise, rows] of Object.entries(TABLE)) {
    it.each(rows)(`${promise}: %j`, (reply, expected) => {
      expect(shown(parse(reply))).toEqual(expected);
    });
  }

  it('keeps what stood between sentences', () => {
    const separators = parse('A one.\nB two. C three.\n\nD four:\n- E five\n- F six').map(
      ({ separator }) => separator,
    );
    expect(separators).toEqual(['', '\n', ' ', '\n\n', '\n', '\n']);
    expect(parse('```\nx\n```\n\nFirst. 句子。句子。').map(({ separator }) => separator)).toEqual([
      '',
      ' ',
      '',
    ]);
  });

  it('keeps a number from four digits on that has a sentence', () => {
    expect(shown(parse('They agree [1948].', 2000))).toEqual(['They agree. 1948']);
  });

  it('leaves out the words of a sentence of more than 2,000 characters, tells of it, and reads on', () => {
    expect(shown(parse(`They agree [1]. It ${'goes '.repeat(500)}on [2]. They meet [3].`))).toEqual(
      ['They agree. 1', '', 'They meet. 3'],
    );
  });
});

describe('a sentence is released', () => {
  const released = (reply: string): string[] => shown(new CitationParser(9).push(reply));

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
      }),
      { numRuns: 1000 },
    );
  });

  it('reads every row of the table the same at every cut', () => {
    for (const [reply] of Object.values(TABLE).flat()) {
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
        fc.property(hostile, fc.nat(9), (reply, highest) => {
          const sentences = parse(reply, highest);
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
      expect(parse(`They agree [1]. Yes they do.\n\n${reply}`, 400)[0]).toEqual({
        text: 'They agree.',
        numbers: [1],
        unknown: 0,
        separator: '',
      });
    },
  );

  it('a range costs nothing, whatever it spans', () => {
    expect(shown(parse('They agree [1-999999999][0-999999999].', 2))).toEqual([
      'They agree. 1,2??',
    ]);
  });
});
