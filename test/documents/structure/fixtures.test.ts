import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../src/types.js';
import { readStructure } from '../../../src/documents/structure/read-structure.js';

const FOLDER = new URL('../../fixtures/texts/', import.meta.url);

function textOf(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

function labelsOf(text: string): string {
  return readStructure(text)
    .map((paragraph) => paragraph.label)
    .join(' ');
}

const LABELS: Readonly<Record<string, string>> = {
  'asean-style.txt': 'preamble-1 preamble-2 preamble-3 1 1.a 1.b 1.c 2 3 3.i 3.ii closing-1',
  'constitution-style.txt': 'preamble-1 I.1 I.2.1 I.2.2 II.1 II.2 II.2-2',
  'helsinki-style.txt': 'preamble-1 preamble-2 preamble-3 preamble-4 preamble-5 I I-2 II II-2 VI',
  'line-per-paragraph.txt': 'preamble-1 1 2 2(a) 2(b) 3 4 4-2',
  'markdown.md': 'preamble-1 1.1 1.2 1.2-2 2.1 2.2 2 closing-words-1 closing-words-2',
  'plain-prose.txt': 'p1 p2 p3',
  'rio-style.txt': 'preamble-1 preamble-2 preamble-3 preamble-4 1 2 3 4',
  'roman-chapters.txt': 'preamble-1 I.1 I.2 II II.1 II.2 II.2(a) II.2(b) IX.1 IX.2',
  'treaty-wrapped.txt':
    'preamble-1 preamble-2 preamble-3 1.1 1.2 1.2(a) 1.2(b) 1.2(b)(i) 1.2(b)(ii) ' +
    '1.2(c) 1.2-2 1.3 2 2-2 26.1 26.1(a) 26.1(b) 26.3 annex.1 annex.2',
  'two-documents.txt':
    'preamble-1 1 2 declaration-of-the-towns.1 declaration-of-the-towns.2 declaration-of-the-towns.3',
  'udhr-style.txt':
    'preamble-1 preamble-2 preamble-3 preamble-4 preamble-5 1 2 2-2 13.1 13.2 26.1 26.2 26.3',
  'un-charter-style.txt':
    'preamble-1 preamble-2 preamble-3 preamble-4 preamble-5 preamble-6 1 1.1 1.2 ' +
    '1.3 2 2.1 2.2 23.1 23.2 24.1 25 26 26-2 closing-1 closing-2',
};

describe('texts of other kinds', () => {
  it('has an expectation for every fixture', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(LABELS));
  });

  it.each(Object.entries(LABELS))(
    'labels the paragraphs of %s as lawyers cite them',
    (name, labels) => {
      expect(labelsOf(textOf(name))).toBe(labels);
    },
  );

  const SECTIONS: readonly (readonly [file: string, label: string, section: readonly string[]])[] =
    [
      [
        'un-charter-style.txt',
        '1',
        ['CHARTER OF THE UNITED NATIONS', 'CHAPTER I: PURPOSES AND PRINCIPLES', 'Article 1'],
      ],
      [
        'un-charter-style.txt',
        '23.1',
        [
          'CHARTER OF THE UNITED NATIONS',
          'CHAPTER V',
          'THE SECURITY COUNCIL',
          'COMPOSITION',
          'Article 23',
        ],
      ],
      [
        'un-charter-style.txt',
        '25',
        [
          'CHARTER OF THE UNITED NATIONS',
          'CHAPTER V',
          'THE SECURITY COUNCIL',
          'FUNCTIONS AND POWERS',
          'Article 25',
        ],
      ],
      [
        'treaty-wrapped.txt',
        '1.2(b)(i)',
        ['CONVENTION ON RIVERS AND LAKES', 'PART ONE', 'GENERAL', 'Article 1', 'Use of terms'],
      ],
      ['treaty-wrapped.txt', 'annex.2', ['CONVENTION ON RIVERS AND LAKES', 'ANNEX']],
      ['rio-style.txt', '4', ['Rio Declaration on Environment and Development', 'Principle 4']],
      [
        'roman-chapters.txt',
        'IX.1',
        ['DECLARATION OF THE MEETING OF RIVER TOWNS', 'IX. FINAL PROVISIONS'],
      ],
      [
        'helsinki-style.txt',
        'VI',
        ['QUESTIONS RELATING TO SECURITY IN EUROPE', 'VI. Non-intervention in internal affairs'],
      ],
      ['markdown.md', '2.1', ['Charter of the Open Library', '2. Staff', 'Duties']],
      ['two-documents.txt', 'declaration-of-the-towns.1', ['DECLARATION OF THE TOWNS']],
    ];

  it.each(SECTIONS)('%s: %s stands under %j', (name, label, section) => {
    expect(
      readStructure(textOf(name)).find((paragraph) => paragraph.label === label)?.section,
    ).toEqual(section);
  });

  it('keeps all lines of a wrapped paragraph together', () => {
    const first = readStructure(textOf('treaty-wrapped.txt')).find(
      (paragraph) => paragraph.label === '1.1',
    );
    expect(first?.text.split('\n')).toHaveLength(4);
    expect(first?.text.endsWith('lies on a border.')).toBe(true);
  });

  it('keeps a dash list with the paragraph that introduces it', () => {
    const paragraph = readStructure(textOf('helsinki-style.txt')).find(
      ({ label }) => label === 'II-2',
    );
    expect(paragraph?.text).toMatch(/^They declare .*peaceful means\.$/s);
  });
});

/** The text with its lines broken at the width, as editors and mail programs do. */
function wrapped(text: string, width: number): string {
  const wrapLine = (line: string): string => {
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const lines: string[] = [];
    for (const word of line.trim().split(/ +/)) {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > width) lines.push(indent + word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines.join('\n');
  };
  return text
    .split('\n')
    .map((line) => (line.startsWith('#') ? line : wrapLine(line)))
    .join('\n');
}

/** What a reader sees, whatever the line ends. */
function shape(paragraphs: readonly Paragraph[]): readonly (readonly string[])[] {
  return paragraphs.map(({ label, section, text }) => [
    label,
    section.join(' > '),
    text.replace(/\s+/g, ' '),
  ]);
}

describe('the form of the lines changes nothing', () => {
  /**
   * Without blank lines between paragraphs, or too short, a text does not say where it is wrapped.
   */
  const indistinct = ['rio-style.txt', 'line-per-paragraph.txt', 'treaty-wrapped.txt'];
  const corpus = ['dushanbe-2021', 'sochi-2016'].map(
    (id) =>
      [id, readFileSync(new URL(`../../../corpus/${id}.txt`, import.meta.url), 'utf8')] as const,
  );
  const texts = [...Object.keys(LABELS).map((name) => [name, textOf(name)] as const), ...corpus];
  const spaced = texts.filter(([name]) => !indistinct.includes(name));

  it.each(
    spaced.flatMap(([name, text]) =>
      [60, 72, 80, 100].map((width) => [name, width, text] as const),
    ),
  )('%s wrapped at %i columns', (_name, width, text) => {
    expect(shape(readStructure(wrapped(text, width)))).toEqual(shape(readStructure(text)));
  });

  it.each(texts)('%s with CRLF, with trailing spaces, with more blank lines', (_name, text) => {
    const expected = shape(readStructure(text));
    expect(shape(readStructure(text.replaceAll('\n', '\r\n')))).toEqual(expected);
    expect(shape(readStructure(text.replaceAll('\n', ' \t\n')))).toEqual(expected);
    expect(shape(readStructure(text.replaceAll('\n\n', '\n\n \n')))).toEqual(expected);
  });
});
