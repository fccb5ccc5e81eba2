import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingOrder, type Block } from '../../../src/server/pages/reading-order.js';
import { toDocument } from '../../../src/documents/to-document.js';

const read = (text: string, title = 'Some title') =>
  toDocument({ metadata: { id: 'd', title, language: 'en' }, text });
/** Without white space and Markdown's marks. */
const letters = (text: string): string => text.replace(/[#*_\s\uFEFF]/g, '');
const textOf = (block: Block): string =>
  block.kind === 'paragraph' ? block.paragraph.text : block.text;

test.each(['dushanbe-2021', 'sochi-2016'])('%s stands on its page whole and in order', (id) => {
  const document = read(
    readFileSync(new URL(`../../../corpus/${id}.txt`, import.meta.url), 'utf8'),
  );
  expect(letters(readingOrder(document).map(textOf).join(''))).toBe(letters(document.text));
});

test('headings come before their paragraphs, outermost first, once each', () => {
  const document = read(
    '# Charter\n\n## Part one\n\nFirst words of the part.\n\nSecond words of the ' +
      'part.\n\n## Part two\n\nThird words.\n',
    'Charter',
  );
  const blocks = readingOrder(document).map((block) => [block.kind, textOf(block)]);
  expect(blocks.filter(([, text]) => text === 'Part one')).toHaveLength(1);
  expect(blocks.findIndex(([, text]) => text === 'Part two')).toBeGreaterThan(
    blocks.findIndex(([, text]) => text?.startsWith('Second') === true),
  );
});

test('no word of any text is lost', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '',
      'PART ONE',
      '1. SECURITY',
      'Article 26',
      '## Aims',
      '1. The parties agree on dams.',
      '(a) in writing;',
      'Some title',
      'CHAPTER II',
      'General provisions',
      '\uFEFF',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      (lines, lineBreak) => {
        const document = read(lines.join(lineBreak));
        const shown = letters([document.title, ...readingOrder(document).map(textOf)].join(''));
        expect(
          document.text
            .split(/\s+/)
            .map(letters)
            .filter((word) => !shown.includes(word)),
        ).toEqual([]);
      },
    ),
  );
});
