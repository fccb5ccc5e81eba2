import { expect, test } from 'vitest';
import { documentPage } from '../../../src/server/pages/document-page.js';
import { toDocument } from '../../../src/text/to-document.js';
import { aDocument } from '../fake-backend.js';

const EVIL = `</p><script>alert(1)</script><img src=x onerror="alert(1)">`;

test('every paragraph is an anchor under its permanent address, with a link to itself', () => {
  const text = 'We, the peoples of the river,\n\n1. SECURITY\n\n1. Rivers belong to those who live by them.\n\n2. Dams are built by consent.\n\n2. ECONOMY\n\n3. Fish is shared.';
  const document = toDocument({ metadata: { id: 'rivers', title: 'Rivers', language: 'en' }, text });
  const { markup } = documentPage(document);
  const labels = document.paragraphs.map(({ label }) => label);
  expect(labels).toContain('2');
  expect(markup).toContain('<div class="paragraph" id="p2">');
  expect(markup).toContain('<a class="number" href="#p2"');
  expect([...markup.matchAll(/<div class="paragraph" id="([^"]*)">\n<a class="number" href="#([^"]*)"/g)].map(([, id, href]) => id === href)).toEqual(
    labels.map(() => true),
  );
});

test('the contents lead to the headings', () => {
  const document = toDocument({
    metadata: { id: 'rivers', title: 'Rivers', language: 'en' },
    text: '# Aims\n\nRivers are shared by all.\n\n# Means\n\nDams are built by consent.\n',
  });
  const { markup } = documentPage(document);
  const links = [...markup.matchAll(/<li class="depth-0"><a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, id, text]) => [id, text]);
  expect(links).toEqual([['section-1', 'Aims'], ['section-2', 'Means']]);
  for (const [id, text] of links) expect(markup).toContain(`<h2 id="${String(id)}">${String(text)}</h2>`);
});

test('no two elements share an id, also where a paragraph is called like a heading\'s number', () => {
  const base = aDocument({ id: 'd', lines: ['1. One one.', '2. Two two.'] });
  const paragraphs = base.paragraphs.map((paragraph, at) => ({ ...paragraph, label: `section-${at + 1}`, section: [`Part ${at}`] }));
  const { markup } = documentPage({ ...base, paragraphs });
  const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('section-1');
});

test('nothing in a document becomes markup', () => {
  const base = aDocument({ id: 'd', title: EVIL, lines: [`1. ${EVIL}`, `**${EVIL}**`] });
  const paragraphs = base.paragraphs.map((paragraph) => ({ ...paragraph, label: `${paragraph.label}${EVIL}`, section: [EVIL, '" onclick="alert(1)'] }));
  const { markup } = documentPage({ ...base, paragraphs, place: EVIL, date: '"><script>', language: '"><script>' });
  expect(markup).not.toMatch(/<script|<img|" on\w+=/);
  expect(markup).toContain('&lt;script&gt;');
});

test('date, place and size stand under the title', () => {
  const document = { ...aDocument({ id: 'd', title: 'Rivers', lines: ['1. One one.'] }), date: '1999-05-01', place: 'Delta' };
  expect(documentPage(document).markup).toContain('<time datetime="1999-05-01">1 May 1999</time> · Delta · 1 paragraph</p>');
});
