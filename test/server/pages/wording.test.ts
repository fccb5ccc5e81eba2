import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, type Html } from '../../../src/server/pages/markup.js';
import { wording } from '../../../src/server/pages/wording.js';
import { growthPerDoubling, MAX_LINEAR_GROWTH } from '../../support/growth.js';

const markup = (parts: readonly Html[]): string => html`${parts}`.markup;

test.each([
  ['hard-wrapped lines flow', 'Dams are built\nby consent.', '<p>Dams are built\nby consent.</p>'],
  [
    'a blank line begins a paragraph',
    'One.\n\nTwo.\r\n \r\nThree.',
    '<p>One.</p><p>Two.</p><p>Three.</p>',
  ],
  [
    'list items keep their line',
    'Dams:\n(a) by consent;\n(b) by law;\n- never by force.',
    '<p>Dams:<br>(a) by consent;<br>(b) by law;<br>- never by force.</p>',
  ],
  [
    'bold words are bold',
    'the **Civic Chamber** of **all**',
    '<p>the <strong>Civic Chamber</strong> of <strong>all</strong></p>',
  ],
  ['a lone mark is itself', '2 ** 3 is 8', '<p>2 ** 3 is 8</p>'],
  [
    'markup is text, bold or not',
    '<b>x</b> **<script>** & co',
    '<p>&lt;b&gt;x&lt;/b&gt; <strong>&lt;script&gt;</strong> &amp; co</p>',
  ],
  ['nothing is nothing', ' \n\n ', ''],
])('%s', (_name, text, expected) => {
  expect(markup(wording(text))).toBe(expected);
});

test('a hostile paragraph takes no time that grows beyond its length', { timeout: 60_000 }, () => {
  const hostile = (size: number): string =>
    '**'.repeat(size) + '\n '.repeat(size) + '*'.repeat(size);
  expect(markup(wording(hostile(1000)))).toContain('<p>');
  expect(growthPerDoubling({ input: hostile, run: (text) => markup(wording(text)) })).toBeLessThan(
    MAX_LINEAR_GROWTH,
  );
});

test.each([
  ['plain words', 'Dams are built.', 'are', '<p>Dams <mark>are</mark> built.</p>'],
  ['all of it', 'Dams.', 'Dams.', '<p><mark>Dams.</mark></p>'],
  [
    'from the middle of bold words',
    'the **Civic Chamber** of all',
    'Chamber** of',
    '<p>the <strong>Civic </strong><mark><strong>Chamber</strong> of</mark> all</p>',
  ],
  [
    'into the middle of bold words',
    'the **Civic Chamber** of all',
    'the **Civ',
    '<p><mark>the <strong>Civ</strong></mark><strong>ic Chamber</strong> of all</p>',
  ],
  [
    'within bold words',
    'the **Civic Chamber**',
    'vic',
    '<p>the <strong>Ci</strong><mark><strong>vic</strong></mark><strong> Chamber</strong></p>',
  ],
  [
    'with half of a bold sign',
    'the **Civic** Chamber',
    '*Civic*',
    '<p>the <mark><strong>Civic</strong></mark> Chamber</p>',
  ],
  [
    'nothing but a bold sign',
    'the **Civic** Chamber',
    '**',
    '<p>the <strong>Civic</strong> Chamber</p>',
  ],
  ['over a line', 'built\nby consent', 't\nb', '<p>buil<mark>t\nb</mark>y consent</p>'],
  [
    'over list items',
    'Dams:\n(a) by consent;\n(b) by law.',
    'consent;\n(b) by',
    '<p>Dams:<br>(a) by <mark>consent;</mark><br><mark>(b) by</mark> law.</p>',
  ],
  [
    'over a blank line',
    'One two.\n\nThree four.',
    'two.\n\nThree',
    '<p>One <mark>two.</mark></p><p><mark>Three</mark> four.</p>',
  ],
  ['the blanks around a part', 'One.\n\nTwo.', '\n\n', '<p>One.</p><p>Two.</p>'],
  ['markup', 'a <b> & c', '<b> &', '<p>a <mark>&lt;b&gt; &amp;</mark> c</p>'],
])('marks %s', (...row) => {
  const [, text, quote, expected] = row;
  const start = text.indexOf(quote);
  expect(markup(wording(text, { start, end: start + quote.length }))).toBe(expected);
});

test('whatever is marked, the words stay the same, and the marked ones are those', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'Dams ',
        '**',
        '*',
        '\n',
        '\r\n',
        '\n\n',
        '(a) ',
        '- ',
        'by',
        'consent',
        '🌊',
        '.',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(''));
  const letters = (shown: string): string => shown.replace(/<[^>]*>|[\s*]/g, '');
  fc.assert(
    fc.property(words, fc.nat(60), fc.nat(60), (text, a, b) => {
      const [start = 0, end = 0] = [a, b].sort((one, other) => one - other);
      const shown = markup(wording(text, { start, end }));
      expect(letters(shown)).toBe(letters(text));
      expect(
        letters([...shown.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, marked]) => marked).join('')),
      ).toBe(letters(text.slice(start, end)));
    }),
  );
});
