import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphAnchor } from '../../../src/documents/paragraph-address.js';
import { analyse } from '../../../src/documents/structure/read-structure.js';
import { growthPerDoubling, MAX_LINEAR_GROWTH } from '../../support/growth.js';

/** Lines of every kind that the reader knows, in any order: more mixed than any declaration. */
const line = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '',
      '',
      '   ',
      '\u00a0',
      'Preamble',
      'PREAMBLE',
      'Contents',
      'Article 1 ...... 5',
      'Recalling the treaty,',
      'a line in small letters',
      'Done at Sochi',
    ],
    ...[
      '1. CREATION',
      '3. SECURITY',
      '3. On June 15, they met.',
      '22. The Member States:',
      '5.1 Culture',
      '5.10. Inter-regional cooperation',
      '0. Definitions.',
      '§ 5 Text is.',
      '12\tTabbed is.',
    ],
    ...[
      'Article 26',
      'ARTICLE V',
      'Article 5. Everyone has rights.',
      'Article 5 of the Charter',
      'Principle 4',
      'CHAPTER I: PURPOSES',
      'CHAPTER V',
      'PART TWO',
      'Section 1',
      'ANNEX',
      'Annex II',
    ],
    ...[
      'IX. FINAL PROVISIONS',
      'I. Title',
      'A. Title',
      'A. Smith came.',
      '(a) first;',
      '(b) second; and',
      '(i) roman',
      '(1) Everyone',
      '1) one',
      'a. one',
      'b. two',
      '1.',
      '(a)',
      '1. (a) nested',
    ],
    ...[
      '- dash item',
      '• bullet',
      '* star',
      '# Heading',
      '## 2. Heading',
      '**Bold**',
      '**1.** Bold number',
      '---',
      '***',
      '====',
      'Title Of The Thing',
      'A phrase',
      '“Quoted. Title”',
    ],
    ...[
      'The States agree.165. In making this.',
      'Ends here. 4. Next one.',
      '2.5 million',
      '2021. A year',
      '🎉 Party 👩‍👩‍👧',
      'e\u0301a\u0308 combining',
      '\ud800',
      'x\udc00y',
      '\u2028',
      '1. 1. 1.',
      '((((',
    ],
  ),
  fc
    .tuple(
      fc.nat(40),
      fc.constantFrom('. ', ') ', '.', '.1 ', '.1. '),
      fc.constantFrom('The States shall.', 'Peace', 'SECURITY', 'x', 'it is:'),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const placed = fc
  .tuple(
    fc.constantFrom('', '', '', '  ', '\t', '\u00a0'),
    line,
    fc.constantFrom('', '', ' ', '\t'),
  )
  .map((parts) => parts.join(''));
const text = fc
  .tuple(
    fc.array(placed, { maxLength: 30 }),
    fc.constantFrom('\n', '\r\n', '\n\n', '\r', '\r\n\r\n'),
  )
  .map(([lines, end]) => lines.join(end));

describe('every text', () => {
  const runs = { numRuns: 150 };

  it('is the slices of its paragraphs, which are trimmed and in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        let at = 0;
        for (const { start, end, bodyStart, text: words } of analyse(source).paragraphs) {
          expect(source.slice(start, end)).toBe(words);
          expect(words.trim()).toBe(words);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(bodyStart).toBeGreaterThanOrEqual(start);
          expect(bodyStart).toBeLessThan(end);
          at = end;
        }
      }),
      runs,
    );
  });

  it('has all that is not white space in a paragraph, a heading or a rule, once', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { paragraphs, headings, rules } = analyse(source);
        let at = 0;
        for (const { start, end } of [...paragraphs, ...headings, ...rules].sort(
          (a, b) => a.start - b.start,
        )) {
          expect(source.slice(at, start).trim()).toBe('');
          expect(start).toBeGreaterThanOrEqual(at);
          at = end;
        }
        expect(source.slice(at).trim()).toBe('');
      }),
      runs,
    );
  });

  it('has labels and anchors that are unique and hold no white space', () => {
    fc.assert(
      fc.property(text, (source) => {
        const labels = analyse(source).paragraphs.map((paragraph) => paragraph.label);
        expect(new Set(labels).size).toBe(labels.length);
        expect(new Set(labels.map(paragraphAnchor)).size).toBe(labels.length);
        for (const label of labels) expect(label).toMatch(/^\S+$/);
      }),
      runs,
    );
  });

  it('gives no empty headings', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { section } of analyse(source).paragraphs) {
          expect(section.every((heading) => heading.trim() !== '')).toBe(true);
        }
      }),
      runs,
    );
  });
});

/** What would take hours in a reader that looks back or ahead without bound. */
const HOSTILE: readonly (readonly [unit: string, times: number])[] = [
  ['1. ', 100_000],
  ['(', 215_000],
  [' ', 215_000],
  ['.', 215_000],
  ['”', 215_000],
  ['**', 125_000],
  ['# ', 125_000],
  ['. ', 125_000],
  ['b.6. C ', 30_000],
  ['1. \n', 5_000],
  ['(a)\n', 5_000],
  ['- a\n', 5_000],
  ['---\n', 15_000],
  ['AAAA BBB\n', 5_000],
  ['AAAA BBB\n\n', 5_000],
  ['A title\n\n---\n\n', 3_000],
  ['Article 1\n', 5_000],
  ['CHAPTER I\n\nArticle 1\n\nText.\n\n', 2_000],
  ['1. a:\n\n', 5_000],
  ['22. The States:\n\n1. agree:\n\n(a) foo:\n\n', 2_000],
];

describe('hostile texts are read whole, in linear time', () => {
  it.each(HOSTILE)('%j, %i times', (unit, times) => {
    const source = `5. x${unit.repeat(times)}x`;
    const { paragraphs, headings } = analyse(source);
    expect(Math.max(paragraphs.at(-1)?.end ?? 0, headings.at(-1)?.end ?? 0)).toBe(source.length);
  });

  it.each(HOSTILE)('%j grows in time as in length', { timeout: 120_000 }, (unit) => {
    const growth = growthPerDoubling({
      input: (size) => `5. x${unit.repeat(size)}x`,
      run: analyse,
    });
    expect(growth).toBeLessThan(MAX_LINEAR_GROWTH);
  });
});
