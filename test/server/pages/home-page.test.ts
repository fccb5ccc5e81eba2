import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { homePage } from '../../../src/server/pages/home-page.js';
import { aDocument, fakeBackend } from '../fake-backend.js';

const EVIL = `"><script>alert(1)</script>`;
const ASSETS = new URL('../../../src/server/public/assets/', import.meta.url);

test('titles, ids, places and example questions do not become markup', () => {
  const document = { ...aDocument({ id: EVIL, title: EVIL, lines: ['1. One.'] }), place: EVIL, date: EVIL };
  const { markup } = homePage({ ...fakeBackend({ documents: [document] }), exampleQuestions: [EVIL] });
  expect(markup).not.toContain('<script');
});

test('every text can be read and be left out, every control has a label', () => {
  const { markup } = homePage(fakeBackend());
  expect(markup).toContain('href="/documents/rivers-1999"');
  const inputs = [...markup.matchAll(/<(?:input|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  expect(inputs).toEqual(['question', 'text-0', 'text-1']);
  for (const id of inputs) expect(markup).toContain(`<label for="${String(id)}">`);
});

test('without example questions there is no heading for them', () => {
  expect(homePage(fakeBackend()).markup).not.toContain('For example');
});

test('the scripts never write markup and load nothing from elsewhere', () => {
  const files = readdirSync(ASSETS).filter((name) => /\.(js|css|svg)$/.test(name));
  expect(files).toContain('demo.js');
  for (const name of files) {
    const source = readFileSync(new URL(name, ASSETS), 'utf8').replace('http://www.w3.org/2000/svg', '');
    expect([name, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|https?:|@import|url\(/.exec(source)?.[0]]).toEqual([name, undefined]);
  }
});
