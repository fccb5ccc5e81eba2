import { describe, expect, it } from 'vitest';
import { pdfLoader } from '../../../../src/adapters/loaders/pdf/pdf-loader.js';
import type { LoadedText } from '../../../../src/ports/file-loader.js';
import { aPdf, type PlacedWords } from '../../../support/a-pdf.js';

const load = async (
  pages: Parameters<typeof aPdf>[0],
  options?: Parameters<typeof aPdf>[1],
): Promise<LoadedText> => pdfLoader.read(aPdf(pages, options));

/** Lines below each other, 12 points apart. */
function lines(
  texts: readonly string[],
  {
    x = 50,
    y = 100,
    size = 10,
  }: { readonly x?: number; readonly y?: number; readonly size?: number } = {},
): PlacedWords[] {
  return texts.map((text, i) => ({ x, y: y + 12 * i, text, size }));
}

/** Nearly as wide as a line of the text below. */
const FULL = 'The reading room is open to all who live in the village, on every day of';

describe('the paragraphs of a PDF', () => {
  it('are told by spaces, indents and numbers, and lines are joined', async () => {
    const { text } = await load([
      [
        ...lines([FULL, 'the week.']),
        ...lines([FULL, 'the month.'], { y: 140 }),
        ...lines(
          [
            '1.  Every reader may keep four books, and no more than four, for three',
            '2.  Nobody pays.',
          ],
          { y: 180 },
        ),
      ],
    ]);
    expect(text.split('\n\n').map((paragraph) => paragraph.trim())).toEqual([
      `${FULL} the week.`,
      `${FULL} the month.`,
      '1. Every reader may keep four books, and no more than four, for three',
      '2. Nobody pays.',
    ]);
  });

  it('hang under their numbers, also where a line begins with a number', async () => {
    const { text } = await load([
      [
        { x: 50, y: 100, text: '(1)' },
        ...lines(
          [
            'A petition has to be dealt with by the council of the village within',
            '(2) weeks, in which nothing else may be dealt with, except for what',
            'burns.',
          ],
          { x: 70 },
        ),
        { x: 50, y: 136, text: '(2)' },
        ...lines(['The council answers.'], { x: 70, y: 136 }),
      ],
    ]);
    expect(text).toBe(
      '(1) A petition has to be dealt with by the council of the village within (2) weeks, in which ' +
        'nothing else may be dealt with, except for what burns.\n\n' +
        '(2) The council answers.\n',
    );
  });

  it('go on over pages, and words are joined at the ends of lines where a hyphen parts them', async () => {
    const { text, pages } = await load([
      lines(
        [
          'The well-kept rooms of the library are for reading, and for the exami-',
          'nation of books that are too large, too old or too well-',
        ],
        { y: 100 },
      ),
      lines(['kept to be lent to anybody.'], { y: 100 }),
    ]);
    expect(text).toBe(
      'The well-kept rooms of the library are for reading, and for the examination of books that are ' +
        'too large, too old or too well-kept to be lent to anybody.\n',
    );
    expect(pages).toEqual([
      { start: 0, page: '1' },
      { start: text.indexOf('kept to be'), page: '2' },
    ]);
  });

  it('are read column by column', async () => {
    const column = (name: string): string[] =>
      Array.from({ length: 8 }, (_, i) => `${name} column, line number ${i + 1}, ends`);
    const { text } = await load([
      [
        { x: 120, y: 60, text: 'A title over both of the columns' },
        ...lines(column('Left'), { x: 30 }),
        ...lines(column('Right'), { x: 215 }),
      ],
    ]);
    expect(text.indexOf('Left column, line number 8')).toBeLessThan(
      text.indexOf('Right column, line number 1'),
    );
    expect(text.startsWith('A title over both')).toBe(true);
  });

  it('are read column by column where columns have baselines of their own, the table below by rows', async () => {
    const column = (name: string, y: number): string[] =>
      Array.from({ length: 9 }, (_, i) => `${name} column, line number ${i + 1} from ${y}, ends`);
    const { text } = await load([
      [
        { x: 120, y: 60, text: 'A title over both of the columns' },
        ...lines(column('Left', 100), { x: 30, y: 100 }),
        ...lines(column('Right', 105), { x: 235, y: 105 }),
        { x: 150, y: 240, text: 'What each of the villages pays' },
        ...['Village', 'Share', 'Month'].map((text, i) => ({ x: 45 + 140 * i, y: 260, text })),
        ...['Upper', 'Lower', 'Delta'].flatMap((village, row) =>
          [village, `${row + 1} crowns`, 'May'].map((text, i) => ({
            x: 30 + 140 * i,
            y: 275 + 15 * row,
            text,
          })),
        ),
        { x: 30, y: 330, text: '1 Small.', size: 7 },
      ],
    ]);
    expect(text.indexOf('Left column, line number 9')).toBeLessThan(
      text.indexOf('Right column, line number 1'),
    );
    expect(text).toContain('Village | Share | Month\nUpper | 1 crowns | May\nLower');
    expect(text).not.toMatch(/Delta.*Small/u);
  });

  it('are without heads, feet, page numbers and the numbers of lines', async () => {
    const pages = Array.from({ length: 4 }, (_, page) => [
      { x: 150, y: 40, text: page % 2 === 0 ? 'Charter of the Library' : `Part ${page}` },
      ...Array.from({ length: 6 }, (_, i) => ({
        x: 30,
        y: 100 + 60 * i,
        text: String(30 * page + 5 * (i + 1)),
        size: 7,
      })),
      ...Array.from({ length: 30 }, (_, i) => ({
        x: 60,
        y: 76 + 12 * i,
        text: `Rule ${page}-${i} of the library is kept by all who come to read there,`,
      })),
      { x: 200, y: 560, text: String(page + 7) },
    ]);
    const read = await load(pages);
    expect(read.text).not.toMatch(/Charter|Part \d|^\d+$/mu);
    expect(read.text.match(/Rule \d/gu)).toHaveLength(120);
    expect(read.pages?.map(({ page }) => page)).toEqual(['7', '8', '9', '10']);
  });

  it.each([
    ['Article 1', 'Article 9'],
    ['CHAPTER I', 'CHAPTER II'],
    ['1. Scope', '1. Scope'],
    ['Article 1', 'Article 1'],
  ])('keep their headings: %s stands over the first page, %s over another', async (own, later) => {
    const page = (...heads: readonly string[]): PlacedWords[] => [
      ...heads.map((text, i) => ({ x: 50, y: 40 + 25 * i, text })),
      ...lines([FULL, 'the week, but'], { y: 40 + 25 * heads.length }),
    ];
    const pages = [page('Charter of the Lake', own), page(), page('charter of the lake', later)];
    const { text } = await load(pages);
    expect(text.match(/charter of the lake/giu)).toEqual(['Charter of the Lake']);
    expect(text.split('\n').filter((line) => [own, later].includes(line))).toEqual([own, later]);
    expect((await load([pages[0] ?? [], page(), page(later)])).text.split('\n')).toContain(later);
  });

  it.each([
    ['the title again as the head of the second of two', ['', 'Lake rules'], ['', '2']],
    ['a head of all pages but the first of three', ['', 'Council', 'Council'], ['', '2', '3']],
    ['head and number of each of two', ['Council', 'Council'], ['1', '2']],
  ])('are without %s', async (_, heads, numbers) => {
    const pages = heads.map((head, page) => [
      ...(head === '' ? [] : [{ x: 50, y: 40, text: head, size: 8 }]),
      ...lines(
        page === 0
          ? ['LAKE RULES', FULL, 'the week, but']
          : ([['not at night.'], ['Lamps are lit.']][page - 1] ?? []),
        { y: 76 },
      ),
      { x: 200, y: 560, text: numbers[page] ?? '' },
    ]);
    const { text } = await load(pages);
    expect(text).not.toMatch(/Lake rules|Council|^\d$/mu);
    expect(text).toContain('the week, but not at night.');
  });

  it('keep the numbers of paragraphs that stand in the margin', async () => {
    const { text } = await load([
      [1, 2, 3, 4, 5, 6].flatMap((number, i) => [
        { x: 30, y: 100 + 50 * i, text: String(number) },
        ...lines([FULL, 'the week.'], { x: 60, y: 100 + 50 * i }),
      ]),
    ]);
    expect(text.match(/^\d The reading/gmu)).toHaveLength(6);
  });

  it('have footnotes behind them', async () => {
    const { text } = await load([
      [
        ...lines([FULL, 'the week']),
        { x: 92, y: 108, text: '1', size: 6 },
        ...lines([' and of the year, also in winter.'], { x: 97, y: 112 }),
        ...lines(['1. Sunday is a day of the week like any', 'other.'], { y: 500, size: 7 }),
      ],
    ]);
    expect(text).toBe(
      `${FULL} the week[^1] and of the year, also in winter.\n\n[^1]: Sunday is a day of the week like any other.\n`,
    );
  });

  it('are headings where their type is larger', async () => {
    const { text } = await load([
      [
        { x: 100, y: 60, text: 'Charter of the Library', size: 20 },
        { x: 50, y: 100, text: 'Part I. Books', size: 14 },
        ...lines([FULL, 'the week.'], { y: 120 }),
        { x: 50, y: 160, text: 'Part II. Readers', size: 14 },
        ...lines([FULL, 'the year.'], { y: 180 }),
      ],
    ]);
    expect(text.match(/^#+ .*$/gmu)).toEqual([
      '# Charter of the Library',
      '## Part I. Books',
      '## Part II. Readers',
    ]);
  });

  it('have the rows of a table as one each', async () => {
    const rows = [
      ['Who', 'Fee', 'Term'],
      ['Children', 'none', 'a year'],
      ['Readers from', '2 crowns', 'a year'],
      ['Guests', '1 crown', 'a week'],
    ];
    const { text } = await load([
      [
        ...lines([FULL, 'the week.'], { y: 60 }),
        ...rows.flatMap((cells, i) =>
          cells.map((cell, at) => ({ x: 50 + 120 * at, y: 120 + 20 * i, text: cell })),
        ),
      ],
    ]);
    expect(text).toContain(
      '\n\nWho | Fee | Term\nChildren | none | a year\nReaders from | 2 crowns | a year\nGuests | 1 crown | a week\n',
    );
  });
});

describe('a PDF', () => {
  it('without text is said to be a scan', async () => {
    await expect(load([[], []])).rejects.toThrow(/^is a scan without text: .*ocrmypdf/u);
  });

  it('with pages that have none is read, and they are told', async () => {
    const { notices } = await load([lines([FULL, 'the week.']), []]);
    expect(notices).toEqual([expect.stringMatching(/^has no text on page 2: .*ocrmypdf/u)]);
  });

  it('says its title, unless that is a name of a file', async () => {
    expect(await load([lines([FULL])], { title: 'Charter of the Library' })).toMatchObject({
      title: 'Charter of the Library',
      loader: 'pdf',
    });
    expect(await load([lines([FULL])], { title: 'charter_final.docx' })).not.toHaveProperty(
      'title',
    );
  });

  it('that holds a script is read for its text, and the script is not run', async () => {
    expect(
      await load([lines([FULL])], { script: 'globalThis.wasRun = true; app.alert(1)' }),
    ).toMatchObject({ text: `${FULL}\n` });
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  it('that is broken is refused', async () => {
    await expect(pdfLoader.read(new TextEncoder().encode('%PDF-1.7'))).rejects.toThrow();
  });
});
