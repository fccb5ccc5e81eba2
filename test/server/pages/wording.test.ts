import { expect, test } from 'vitest';
import { html, type Html } from '../../../src/text/html.js';
import { wording } from '../../../src/server/pages/wording.js';

const markup = (parts: readonly Html[]): string => html`${parts}`.markup;

test.each([
  ['hard-wrapped lines flow', 'Dams are built\nby consent.', '<p>Dams are built\nby consent.</p>'],
  ['a blank line begins a paragraph', 'One.\n\nTwo.\r\n \r\nThree.', '<p>One.</p><p>Two.</p><p>Three.</p>'],
  ['list items keep their line', 'Dams:\n(a) by consent;\n(b) by law;\n- never by force.', '<p>Dams:<br>(a) by consent;<br>(b) by law;<br>- never by force.</p>'],
  ['bold words are bold', 'the **Civic Chamber** of **all**', '<p>the <strong>Civic Chamber</strong> of <strong>all</strong></p>'],
  ['a lone mark is itself', '2 ** 3 is 8', '<p>2 ** 3 is 8</p>'],
  ['markup is text, bold or not', '<b>x</b> **<script>** & co', '<p>&lt;b&gt;x&lt;/b&gt; <strong>&lt;script&gt;</strong> &amp; co</p>'],
  ['nothing is nothing', ' \n\n ', ''],
])('%s', (_name, text, expected) => {
  expect(markup(wording(text))).toBe(expected);
});

test('a hostile paragraph takes no time that grows beyond its length', () => {
  expect(markup(wording('**'.repeat(50_000) + '\n '.repeat(50_000) + '*'.repeat(50_000)))).toContain('<p>');
});
