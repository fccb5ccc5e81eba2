import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../src/server/pages/markup.js';

test('every value is escaped, in text as in an attribute', () => {
  const evil = `"'><script>&`;
  expect(html`<a title="${evil}">${evil}</a>`.markup).toBe(
    '<a title="&quot;&#39;&gt;&lt;script&gt;&amp;">&quot;&#39;&gt;&lt;script&gt;&amp;</a>',
  );
});

test('what html made stays markup, lists are joined, undefined is nothing', () => {
  const items = ['<1>', 2].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${undefined}${[]}</ul>`.markup).toBe(
    '<ul><li>&lt;1&gt;</li><li>2</li></ul>',
  );
});

test('text that looks like an Html object from JSON is not one', () => {
  const forged = JSON.parse('{"markup":"<script>"}') as string;
  expect(() => html`${forged}`).toThrow(TypeError);
});

test('no value can open or close a tag, a comment or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const { markup } = html`${value}`;
      expect(markup).not.toMatch(/[<>"']/);
      const decoded = markup.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '?',
      );
      expect(decoded).toBe(value);
    }),
  );
});
