import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';
import { lines, read } from './read.js';

describe('headings of parts', () => {
  it('hold the plain headings of Markdown below them', () => {
    const text = lines(
      ...['## Chapter V: The Board', '#### COMPOSITION', '### Article 23', 'It has five members.'],
      ...['#### POWERS', '### Article 24', 'It mends the boats.'],
    );
    expect(readStructure(text).map(({ section }) => section)).toEqual([
      ['Chapter V: The Board', 'Article 23'],
      ['Chapter V: The Board', 'Article 24'],
    ]);
  });

  it('are no lines that say when a text was adopted', () => {
    const text = lines(
      ...['УСТАВ ОЗЕРА', 'Принят общим собранием 3 мая 2004 года', 'Статья 1', '1. Лодки плавают.'],
    );
    expect(readStructure(text).at(-1)?.section).toEqual(['УСТАВ ОЗЕРА', 'Статья 1']);
  });

  it('stand in the middle of a page, below the title of a chapter', () => {
    const text = [
      ...[
        '                    CHAPTER II',
        '                    Boats',
        '                    Article 4',
      ],
      ...[
        '              Use of boats',
        '1. Boats are used by all members of the board, who',
        'row them.',
      ],
      ...['                    Article 5', '              Use of rafts', '1. Rafts are used by no'],
      ...[
        'member of the board.',
        '2. Nobody else uses the rafts of the board either, be',
        'it by day.',
      ],
    ].join('\n');
    expect(readStructure(text).map(({ label }) => label)).toEqual(['4.1', '5.1', '5.2']);
  });

  it('close the headings of a list that the article before them held', () => {
    const text = lines(
      ...[
        'CHAPTER 6',
        'ARTICLE 6',
        'Boats are lit.',
        'LIST OF LAMPS',
        'One lamp of oil hangs in front.',
      ],
      ...['ARTICLE 7', 'Rafts are dark.', 'ARTICLE 8', 'Logs are dark.'],
    );
    expect(readStructure(text).at(-1)?.section).toEqual(['CHAPTER 6', 'ARTICLE 8']);
  });
});

describe('what articles begin with alike', () => {
  it('is no head of a page', () => {
    const article = (n: number): string =>
      `Article ${n}\n\nThis article shall be in force once it has been ratified\n` +
      `by the boards of ${n} lakes.${' Boats float on lakes.'.repeat(40)}\n`;
    const paragraphs = readStructure([1, 2, 3, 4, 5].map(article).join('\n'));
    expect(paragraphs.map(({ text }) => text.slice(0, 12))).toEqual(
      Array.from({ length: 5 }, () => 'This article'),
    );
  });
});

describe('the end of a text', () => {
  it('is who signed it, where and when, below no article', () => {
    const text = lines(
      ...['Статья 1', 'Лодки плавают.', 'Статья 2', 'Плоты плавают.', 'Председатель', 'В.РЕКИН'],
      ...['Озёрск', '27 июля 2006 года'],
    );
    expect(readStructure(text).map(({ label }) => label)).toEqual([
      ...['1', '2', 'closing-1', 'closing-2', 'closing-3', 'closing-4'],
    ]);
  });

  it('has no headings among the names below its formula', () => {
    const text = lines('1. Boats float.', 'Done at Lakeside.', 'For the North', 'For the South');
    expect(read(text)).toEqual([
      '1: 1. Boats float.',
      'closing-1: Done at Lakeside.',
      'closing-2: For the North',
      'closing-3: For the South',
    ]);
  });

  it('may be a list, which nobody signs', () => {
    const text = lines('1. Boats are:', 'canoes', 'ferries', 'tugs');
    expect(readStructure(text).some(({ label }) => label.startsWith('closing'))).toBe(false);
  });
});

describe('notes of those who publish a text', () => {
  it.each([
    '3. Sub-clause (f) omitted by the Boats (Second Amendment) Act, 1978, s. 2.',
    '1. Cl. (5) was ins. by the Boats Act, 1975.',
    '4. Entries 4 to 29 renumbered as entries 5 to 30 by the Boats Act, 2000.',
    '1. See the Rafts Rules, 1950.',
    'Subs. by the Boats Act, 1971.',
    '9. Ins. by Lakeside Boats Act, 2010, s. 3.',
    '* Rep. by Rafts Act, 2002.',
  ])('are aside: %s', (note) => {
    const paragraphs = readStructure(lines('19. Boats float.', '20. Rafts float.', note));
    expect(paragraphs.at(-1)).toMatchObject({ label: '20-note-1', aside: 'note' });
  });

  it('are no orders to amend', () => {
    const order = '3. The words shall be omitted by the board.';
    expect(readStructure(lines('1. Boats.', '2. Rafts float.', order)).at(-1)?.label).toBe('3');
  });
});

it('a formula in capitals begins a paragraph of its own', () => {
  const text = [
    '(1) Boats float on all of the waters that are known to us, and so do the',
    'rafts which are made of wood, as everybody knows who has ever been to a',
    'lake in spring.',
    'HAVE ADOPTED THIS REGULATION:',
    'Article 1',
    'Boats float on all of the waters that are known to us, and so do the logs.',
  ].join('\n');
  expect(readStructure(text).map(({ label }) => label)).toEqual(['preamble(1)', 'preamble-1', '1']);
});
