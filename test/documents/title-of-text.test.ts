import { describe, expect, it } from 'vitest';
import { titleOfText } from '../../src/documents/title-of-text.js';

/** Lines at the top of a text, and its title. */
const TITLES: readonly (readonly [promise: string, top: readonly string[], title: string])[] = [
  ['the first line', ['Charter of the Lake', '', 'Boats float.'], 'Charter of the Lake'],
  [
    'no day of adoption',
    ['Принят общим собранием 3 мая 2004 г.', '', 'УСТАВ ОЗЕРА'],
    'УСТАВ ОЗЕРА',
  ],
  ['no date, no page number', ['12', '3 May 2004', 'Charter of the Lake'], 'Charter of the Lake'],
  ['no place with a date', ['Lakeside, 3 May 2004', 'Charter of the Lake'], 'Charter of the Lake'],
  ['a title that has a date', ['Charte du 3 mai 2004', '', 'Art. 1'], 'Charte du 3 mai 2004'],
  [
    'all of its lines in capitals',
    ['BYLAWS', 'OF', 'THE LAKE CLUB', '', 'ARTICLE I', 'NAME'],
    'BYLAWS OF THE LAKE CLUB',
  ],
  [
    'lines in capitals apart',
    ['REPUBLIC OF LAKES', '', 'LAW', '', 'ON BOATS', '', 'Boats float, since they are light.'],
    'REPUBLIC OF LAKES LAW ON BOATS',
  ],
  [
    'no heading of its first part',
    ['CHARTER OF THE LAKE', '', 'THE BOATS', '', 'Article 1', '', 'Boats float.'],
    'CHARTER OF THE LAKE',
  ],
  ['a part with a title, where it is all', ['TITLE 4—BOATS', '', '§ 1. Oars'], 'TITLE 4—BOATS'],
  ['a heading of Markdown', ['Intro', '', '## **The Lake** ##', '', '# More'], 'The Lake'],
  [
    'the first sentence, where nothing else is',
    ['Boats float on lakes.', 'Rafts too.'],
    'Boats float on lakes.',
  ],
];

/** What an excerpt begins with. */
const NONE: readonly (readonly string[])[] = [
  ['Article 4', '', 'Boats float.'],
  ['PART II', '', 'BOATS', '', 'Article 4'],
  ['5', '', '(1) Boats float.'],
  ['1. Boats float.', '2. Rafts float.'],
  ['1 Boats', '1.1 Oars'],
  ['Preamble', '', 'We, the rowers,'],
  ['第三条 船舶漂浮。'],
  ['Artículo 13. Todas las barcas flotan', 'en el lago.'],
];

describe('the title of a text', () => {
  it.each(TITLES)('is %s', (_promise, top, title) => {
    expect(titleOfText(top.join('\n'))).toBe(title);
  });

  it.each(NONE)('is none of an excerpt: %s', (...top) => {
    expect(titleOfText(top.join('\n'))).toBeUndefined();
  });

  it('is no head of a page, which comes again with another number', () => {
    const page = (n: number): string =>
      `${n}  Journal of the Lake Board\n\n${n === 1 ? 'CHARTER OF THE LAKE\n\n' : ''}Boats float, and rafts too.\n`;
    expect(titleOfText([1, 2, 3, 4].map(page).join('\n'))).toBe('CHARTER OF THE LAKE');
  });
});
