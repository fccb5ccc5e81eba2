import { expect, it } from 'vitest';
import { toDocument } from '../../src/documents/to-document.js';

it('a document is its metadata, its text and the paragraphs of its text', () => {
  const document = toDocument({
    metadata: { id: 'tea', title: 'On Tea', language: 'en', date: '2021' },
    text: '1. Tea is.\n',
  });
  expect(document).toEqual({
    id: 'tea',
    title: 'On Tea',
    language: 'en',
    date: '2021',
    text: '1. Tea is.\n',
    paragraphs: [
      {
        label: '1',
        section: [],
        places: [{ kind: 'item', number: '1' }],
        start: 0,
        end: 10,
        bodyStart: 3,
        text: '1. Tea is.',
      },
    ],
  });
});

it.each([
  ['is no heading of every paragraph', '# On Tea\n\n## Kinds\n\n1. Tea is.\n', [['Kinds']]],
  ['also in other letters', '**ON TEA**\n\n1. Tea is.\n', [[]]],
  [
    'but stays where it heads only a part',
    '# On Tea\n\n1. Tea is.\n\n# On Cups\n\n2. Cups are.\n',
    [['On Tea'], ['On Cups']],
  ],
])('the title %s', (_, text, sections) => {
  const { paragraphs } = toDocument({
    metadata: { id: 'tea', title: 'On Tea', language: 'en' },
    text,
  });
  expect(paragraphs.map(({ section }) => section)).toEqual(sections);
});

it('a paragraph has the page on which it begins, where the file has pages', () => {
  const text = '1. Tea is.\n\n2. Cups are,\nstill.\n\n3. So.\n';
  const { paragraphs } = toDocument({
    metadata: { id: 'tea', title: 'On Tea', language: 'en' },
    text,
    pages: [
      { start: 0, page: 'iv' },
      { start: text.indexOf('still'), page: '1' },
      { start: text.indexOf('3.'), page: '2' },
    ],
  });
  expect(paragraphs.map(({ page }) => page)).toEqual(['iv', 'iv', '2']);
});

it.each([
  ['told from its words', undefined, 'fr'],
  ['the one that is declared', 'oc-ES', 'oc-ES'],
])('its language is %s', (_, declared, language) => {
  const metadata = { id: 'the', title: 'Le thé', ...(declared && { language: declared }) };
  const text = '1. Le conseil veille à la propreté du port.\n\n2. Il paie les lampes du quai.\n';
  expect(toDocument({ metadata, text }).language).toBe(language);
});

it('a text without words is taken for English', () => {
  expect(toDocument({ metadata: { id: 'n', title: 'N' }, text: '12\n' }).language).toBe('en');
});
