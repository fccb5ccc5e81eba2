import { expect, it } from 'vitest';
import { toDocument } from '../../src/text/to-document.js';

it('a document is its metadata, its text and the paragraphs of its text', () => {
  const document = toDocument({ metadata: { id: 'tea', title: 'On Tea', language: 'en', date: '2021' }, text: '1. Tea is.\n' });
  expect(document).toEqual({
    id: 'tea',
    title: 'On Tea',
    language: 'en',
    date: '2021',
    text: '1. Tea is.\n',
    paragraphs: [{ label: '1', section: [], start: 0, end: 10, bodyStart: 3, text: '1. Tea is.' }],
  });
});
