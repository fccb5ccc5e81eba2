import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { homePage } from '../../../src/server/pages/home-page.js';
import { pageWordingIn, paragraphCount } from '../../../src/server/pages/page-wording.js';
import { SPOKEN } from '../../../src/language/spoken.js';
import { SPOKEN_ON_PAGES } from '../../../src/language/spoken-on-pages.js';
import { aWidget } from '../../support/a-widget.js';
import { aDocument, fakeBackend } from '../../support/fake-backend.js';
import { rawGet, runApp } from '../../support/running-app.js';

const EVIL = `"><script>alert(1)</script>`;
const ASSETS = new URL('../../../src/server/public/assets/', import.meta.url);
const widget = aWidget();
const address = 'https://chat.example.org';
const wording = pageWordingIn('en');

test('titles, ids, places and addresses do not become markup', () => {
  const document = {
    ...aDocument({ id: EVIL, title: EVIL, lines: ['1. One.'] }),
    place: EVIL,
    date: EVIL,
    language: EVIL,
  };
  const { markup } = homePage({
    ...fakeBackend({ documents: [document] }),
    widget,
    address: EVIL,
    wording,
  });
  expect(markup).not.toContain('<script');
});

test('every text can be read and be left out, every control has a label', () => {
  const { markup } = homePage({ ...fakeBackend(), widget, address, wording });
  expect(markup).toContain('href="/documents/rivers-1999"');
  const inputs = [...markup.matchAll(/<(?:input|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  expect(inputs).toEqual(['text-0', 'text-1']);
  for (const id of inputs) expect(markup).toContain(`<label for="${String(id)}"`);
});

test('the lines to paste name this server; the pinned one names the very bytes', () => {
  const { markup } = homePage({ ...fakeBackend(), widget, address, wording });
  const lines = [...markup.matchAll(/<code id="snippet-\w+">([^<]*)<\/code>/g)].map(
    ([, code = '']) =>
      code
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"'),
  );
  expect(lines).toEqual([
    '<script src="https://chat.example.org/widget.js" async></script>',
    '<script src="https://chat.example.org/widget.js" async></script>\n<declaration-chat></declaration-chat>',
    `<script src="https://chat.example.org${widget.versionedPath}" integrity="${widget.integrity}" crossorigin="anonymous" async></script>`,
  ]);
});

test('where the widget was not built the page says what to do, and lists the texts', () => {
  const { markup } = homePage({ ...fakeBackend(), widget: undefined, address, wording });
  expect(markup).toContain('<code>npm run build</code>');
  expect(markup).not.toMatch(/declaration-chat|widget\.js/);
  expect(markup).toContain('href="/documents/rivers-1999"');
});

describe('the language of the page', () => {
  test.each([
    ['ru', 'ru', 'ltr', 'Где искать'],
    ['ar-EG,en;q=0.5', 'ar', 'rtl', 'النصوص التي يُبحث فيها'],
    ['fi, fr-CA;q=0.9, en;q=0.8', 'fr', 'ltr', 'Textes à consulter'],
    ['fi', 'en', 'ltr', 'Texts to search'],
    ['"><script>', 'en', 'ltr', 'Texts to search'],
  ])('where the browser asks for %j is %s', async (asked, ...[language, direction, words]) => {
    const { url } = await runApp(fakeBackend(), { widget });
    const { text, headers } = await rawGet(url, '/', { 'accept-language': asked });
    expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(text).toContain(words);
    expect(headers.vary).toContain('Accept-Language');
  });

  test('is each that the chat speaks', () => {
    expect([...SPOKEN_ON_PAGES.keys()]).toEqual([...SPOKEN.keys()]);
    for (const [tag, phrases] of SPOKEN_ON_PAGES) {
      expect(JSON.stringify(phrases).match(/\{(?:request|origin|setting)\}/g), tag).toHaveLength(3);
    }
  });

  test.each([
    ['en', 1, '1 paragraph'],
    ['en', 165, '165 paragraphs'],
    ['ru', 24, '24 пункта'],
    ['ru', 165, '165 пунктов'],
    ['ar', 2, 'فقرتان'],
    ['zh', 24, '24 段'],
  ])('in %s %i is %j', (tag, count, words) => {
    expect(paragraphCount(count, pageWordingIn(tag))).toBe(words);
  });
});

describe('the address in the lines to paste', () => {
  test.each([
    [{ host: '127.0.0.1:3000' }, 'http://127.0.0.1:3000/widget.js'],
    [{ host: '10.0.0.7', 'x-forwarded-proto': 'https' }, 'https://10.0.0.7/widget.js'],
    [{ host: '10.0.0.7', 'x-forwarded-proto': 'https, http' }, 'https://10.0.0.7/widget.js'],
    [{ host: '10.0.0.7', 'x-forwarded-proto': 'javascript' }, 'http://10.0.0.7/widget.js'],
    [{ host: '"><script>' }, 'http://localhost/widget.js'],
  ])('of %j is %s', async (headers, expected) => {
    const { url } = await runApp(fakeBackend(), { widget, allowedOrigins: 'any' });
    const { text } = await rawGet(url, '/', headers);
    expect(text).toContain(`&lt;script src=&quot;${expected}&quot; async&gt;`);
  });
});

test('the scripts and styles never write markup and load nothing from elsewhere', () => {
  const files = readdirSync(ASSETS).filter((name) => /\.(js|css|svg)$/.test(name));
  expect(files).toEqual(expect.arrayContaining(['home.js', 'reading-room.js']));
  for (const name of files) {
    const source = readFileSync(new URL(name, ASSETS), 'utf8').replace(
      'http://www.w3.org/2000/svg',
      '',
    );
    expect([
      name,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|https?:|@import|url\(/.exec(
        source,
      )?.[0],
    ]).toEqual([name, undefined]);
  }
});
