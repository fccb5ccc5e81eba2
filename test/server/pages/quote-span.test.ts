import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteSpan } from '../../../src/server/pages/quote-span.js';

const TEXT = 'Rivers 🌊 belong to all.';
const LENGTH = TEXT.length;

test.each([
  ['/documents/d?quote=0-6', { start: 0, end: 6 }],
  [`/documents/d?quote=0-${LENGTH}`, { start: 0, end: LENGTH }],
  ['/documents/d?a=b&quote=7-9&c=d', { start: 7, end: 9 }],
  ['/documents/d?quote=1%2D2', { start: 1, end: 2 }],
  ['/documents/d?quote=0-1&quote=2-3', { start: 0, end: 1 }],
])('%s asks for words', (address, span) => {
  expect(quoteSpan(address, TEXT)).toEqual(span);
});

test.each([
  '/documents/d',
  '/documents/d?',
  '/documents/d?quote',
  '/documents/d?quote=',
  '/documents/d?quote=6-0',
  '/documents/d?quote=6-6',
  `/documents/d?quote=0-${LENGTH + 1}`,
  '/documents/d?quote=-1-5',
  '/documents/d?quote=1.5-3',
  '/documents/d?quote=1e1-20',
  '/documents/d?quote=0x1-3',
  '/documents/d?quote=+1-3',
  '/documents/d?quote= 1-3',
  '/documents/d?quote=1-3-5',
  '/documents/d?quote=٠-٣',
  '/documents/d?quote=99999999999999999999-99999999999999999999',
  '/documents/d?quote=0-NaN',
  '/documents/d?quote=%E0%A4%A',
  '/documents/d?QUOTE=0-6',
  '/documents/d?quote=0-8',
  '/documents/d?quote=8-12',
])('%s asks for nothing that can be marked', (address) => {
  expect(quoteSpan(address, TEXT)).toBeUndefined();
});

test('whatever is asked for is a part of the text that holds whole characters', () => {
  fc.assert(
    fc.property(
      fc.record({
        text: fc.string({ unit: 'grapheme' }),
        start: fc.nat(30),
        end: fc.nat(30),
        noise: fc.string(),
      }),
      ({ text, start, end, noise }) => {
        for (const query of [`quote=${start}-${end}`, noise, `quote=${noise}`]) {
          const span = quoteSpan(`/documents/d?${query}`, text);
          if (span === undefined) continue;
          expect(span.start).toBeLessThan(span.end);
          expect(text.slice(span.start, span.end)).toHaveLength(span.end - span.start);
          expect(text.slice(span.start, span.end).isWellFormed()).toBe(true);
        }
      },
    ),
  );
});
