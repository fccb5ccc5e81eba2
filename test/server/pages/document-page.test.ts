import { expect, test } from 'vitest';
import { documentPage } from '../../../src/server/pages/document-page.js';
import { setText } from '../../../src/server/pages/document-blocks.js';
import { toDocument } from '../../../src/documents/to-document.js';
import type { Document, Span } from '../../../src/types.js';
import { aDocument, fakeBackend, LAKES, RIVERS } from '../../support/fake-backend.js';

const EVIL = `</p><script>alert(1)</script><img src=x onerror="alert(1)">`;

function pageOf(
  document: Document,
  { quote, all = [document] }: { readonly quote?: Span; readonly all?: readonly Document[] } = {},
): string {
  return documentPage(setText(document), {
    documents: fakeBackend({ documents: all }).documents,
    quote,
  }).markup;
}

test('every paragraph is an anchor under its permanent address, with a link to itself', () => {
  const text =
    'We, the peoples of the river,\n\n1. SECURITY\n\n1. Rivers belong to those who ' +
    'live by them.\n\n2. Dams are built by consent.\n\n2. ECONOMY\n\n3. Fish is shared.';
  const document = toDocument({
    metadata: { id: 'rivers', title: 'Rivers', language: 'en' },
    text,
  });
  const markup = pageOf(document);
  const labels = document.paragraphs.map(({ label }) => label);
  expect(labels).toContain('2');
  expect(markup).toContain('<div class="paragraph" id="p2">');
  expect(markup).toContain('<a class="number" href="#p2"');
  expect(
    [
      ...markup.matchAll(
        /<div class="paragraph" id="([^"]*)">\n<a class="number" href="#([^"]*)"/g,
      ),
    ].map(([, id, href]) => id === href),
  ).toEqual(labels.map(() => true));
});

test('the contents lead to the headings, nested as they are', () => {
  const document = toDocument({
    metadata: { id: 'rivers', title: 'Rivers', language: 'en' },
    text:
      '# Aims\n\nRivers are shared by all.\n\n## Fish\n\nFish is shared.\n\n## Water\n\n' +
      'Water is shared.\n\n# Means\n\nDams are built by consent.\n',
  });
  const markup = pageOf(document);
  const [nav = ''] = /<nav class="contents"[\s\S]*?<\/nav>/.exec(markup) ?? [];
  const link = (at: number, text: string): string => `<li><a href="#section-${at}">${text}</a>`;
  expect(nav.replace(/\n/g, '')).toContain(
    `<ol>${link(1, 'Aims')}<ol>${link(2, 'Fish')}</li>${link(3, 'Water')}</li></ol></li>${link(4, 'Means')}</li></ol>`,
  );
  for (const [id, text] of [
    ['section-1', 'Aims'],
    ['section-4', 'Means'],
  ]) {
    expect(markup).toContain(`<h2 id="${String(id)}">${String(text)}</h2>`);
  }
  expect(markup).toContain('<h3 id="section-2">Fish</h3>');
});

test('headings that skip a depth, or begin at an inner one, still make lists that are whole', () => {
  const base = aDocument({ id: 'd', lines: ['1. One.', '2. Two.', '3. Three.', '4. Four.'] });
  const sections = [['', '', 'deep'], ['out', '', 'deeper'], ['out', 'in'], ['last']];
  const paragraphs = base.paragraphs.map((paragraph, at) => ({
    ...paragraph,
    section: sections[at] ?? [],
  }));
  const [nav = ''] =
    /<nav class="contents"[\s\S]*?<\/nav>/.exec(pageOf({ ...base, paragraphs })) ?? [];
  expect(nav.match(/<li>/g)?.length).toBe(nav.match(/<\/li>/g)?.length);
  expect(nav.match(/<ol>/g)?.length).toBe(nav.match(/<\/ol>/g)?.length);
  for (const heading of ['deep', 'out', 'deeper', 'in', 'last']) {
    expect(nav).toContain(`>${heading}</a>`);
  }
});

test('a text with one heading or none has no contents, and no link to them', () => {
  expect(pageOf(RIVERS)).not.toMatch(/contents/i);
});

test("no two elements share an id, also where a paragraph is called like a heading's number", () => {
  const base = aDocument({ id: 'd', lines: ['1. One one.', '2. Two two.', '3. Three three.'] });
  const labels = ['section-1', 'page:main', 'page:contents'];
  const paragraphs = base.paragraphs.map((paragraph, at) => ({
    ...paragraph,
    label: labels[at] ?? '',
    section: [`Part ${at}`],
  }));
  const ids = [...pageOf({ ...base, paragraphs }).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining(['section-1', 'page:main', 'page:contents', 'page%3Amain']),
  );
});

test('nothing in a document becomes markup, marked or not', () => {
  const base = aDocument({ id: 'd', title: EVIL, lines: [`1. ${EVIL}`, `**${EVIL}**`] });
  const paragraphs = base.paragraphs.map((paragraph) => ({
    ...paragraph,
    label: `${paragraph.label}${EVIL}`,
    section: [EVIL, '" onclick="alert(1)'],
  }));
  const document = { ...base, paragraphs, place: EVIL, date: '"><script>', language: '"><script>' };
  for (const quote of [undefined, { start: 5, end: base.text.length - 5 }]) {
    const markup = pageOf(document, {
      ...(quote === undefined ? {} : { quote }),
      all: [LAKES, document, { ...LAKES, id: EVIL, title: EVIL, language: EVIL }],
    });
    expect(markup).not.toMatch(/<script|<img|" on\w+=/);
    expect(markup).toContain('&lt;script&gt;');
  }
});

test('date, place and size stand under the title', () => {
  const document = {
    ...aDocument({ id: 'd', title: 'Rivers', lines: ['1. One one.'] }),
    date: '1999-05-01',
    place: 'Delta',
  };
  expect(pageOf(document)).toContain(
    '<time datetime="1999-05-01">1 May 1999</time> · Delta · 1 paragraph</p>',
  );
});

test('the text and its title say what language they are in, the page around them is English', () => {
  const markup = pageOf({ ...RIVERS, language: 'fr' });
  expect(markup).toContain('<h1 lang="fr" dir="auto">');
  expect(markup).toContain('<article class="text" lang="fr" dir="ltr">');
});

test('a text from right to left is set so, whatever letters it begins with', () => {
  const text = '# UN 217\n\n1. لكل فرد الحق في الحياة.\n\n# UN 218\n\n2. لكل إنسان حق.\n';
  const metadata = { id: 'haqq', title: 'الإعلان', language: 'ar-EG' };
  const markup = pageOf(toDocument({ metadata, text }));
  expect(markup).toContain('<article class="text" lang="ar-EG" dir="rtl">');
  expect(markup).toContain('<div id="page:contents" lang="ar-EG" dir="rtl">');
});

test('the page leads to the texts before and after it', () => {
  const all = [RIVERS, aDocument({ id: 'middle', lines: ['1. One.'] }), LAKES];
  const ways = (document: Document): unknown[] =>
    [...pageOf(document, { all }).matchAll(/rel="(prev|next)" href="([^"]*)"/g)].map(
      ([, rel, href]) => [rel, href],
    );
  expect(ways(RIVERS)).toEqual([['next', '/documents/middle']]);
  expect(ways(all[1] ?? RIVERS)).toEqual([
    ['prev', '/documents/rivers-1999'],
    ['next', '/documents/lakes-2001'],
  ]);
  expect(ways(LAKES)).toEqual([['prev', '/documents/middle']]);
  expect(pageOf(RIVERS)).not.toContain('neighbours');
});

test('a quote is marked in each paragraph that it touches, and in no other', () => {
  const document = aDocument({
    id: 'd',
    lines: ['1. One one one.', '2. Two two.', '3. Three.', '4. Four four.'],
  });
  const quote = {
    start: document.text.indexOf('one.'),
    end: document.text.indexOf('3. Three.') + '3. Th'.length,
  };
  const marks = [...pageOf(document, { quote }).matchAll(/<mark>(.*?)<\/mark>/g)].map(
    ([, words]) => words,
  );
  expect(marks).toEqual(['one.', 'Two two.', 'Th']);
  expect(pageOf(document, { quote }).replace(/<\/?mark>|<p class="mark-note".*\n/g, '')).toBe(
    pageOf(document),
  );
});

test('beside the first marked words stands the way to the page without the mark', () => {
  const document = aDocument({ id: 'a b', lines: ['1. One one.', '2. Two two.'] });
  const markup = pageOf(document, { quote: { start: 0, end: document.text.length } });
  expect(markup.match(/mark-note/g)).toHaveLength(1);
  expect(markup).toContain('<a href="/documents/a%20b#p1">Remove the mark</a>');
});
