import { describe, expect, it } from 'vitest';
import { paragraphAnchor, paragraphUrl } from '../../src/documents/paragraph-address.js';

describe('paragraphAnchor', () => {
  it.each([
    ['22', 'p22'],
    ['26.3', 'p26.3'],
    ['2.1(a)', 'p2.1(a)'],
    ['1~2', 'p1~2'],
    ['22-2', 'p22-2'],
    ['preamble-3', 'preamble-3'],
    ['p12', 'p12'],
    ['IX.1', 'IX.1'],
    ['annex-I.1', 'annex-I.1'],
    ['приложение.1', '%D0%BF%D1%80%D0%B8%D0%BB%D0%BE%D0%B6%D0%B5%D0%BD%D0%B8%D0%B5.1'],
    ['a b"<#', 'a%20b%22%3C%23'],
    ['\ud800', '%EF%BF%BD'],
  ])('%s → %s', (label, anchor) => {
    expect(paragraphAnchor(label)).toBe(anchor);
  });
});

describe('paragraphUrl', () => {
  it('is the permanent address of a paragraph', () => {
    expect(paragraphUrl({ documentId: 'dushanbe-2021', label: '22' })).toBe(
      '/documents/dushanbe-2021#p22',
    );
  });

  it('leads back to the label through a URL parser', () => {
    const url = new URL(
      paragraphUrl({ documentId: 'a/b c', label: 'глава-1' }),
      'http://localhost',
    );
    expect(decodeURIComponent(url.hash.slice(1))).toBe('глава-1');
    expect(decodeURIComponent(url.pathname)).toBe('/documents/a/b c');
  });
});
