import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { homePage } from '../../../src/server/pages/home-page.js';
import { aWidget } from '../../support/a-widget.js';
import { aDocument, fakeBackend } from '../../support/fake-backend.js';
import { rawGet, runApp } from '../../support/running-app.js';

const EVIL = `"><script>alert(1)</script>`;
const ASSETS = new URL('../../../src/server/public/assets/', import.meta.url);
const widget = aWidget();
const address = 'https://chat.example.org';

test('titles, ids, places and addresses do not become markup', () => {
  const document = {
    ...aDocument({ id: EVIL, title: EVIL, lines: ['1. One.'] }),
    place: EVIL,
    date: EVIL,
    language: EVIL,
  };
  const { markup } = homePage({ ...fakeBackend({ documents: [document] }), widget, address: EVIL });
  expect(markup).not.toContain('<script');
});

test('every text can be read and be left out, every control has a label', () => {
  const { markup } = homePage({ ...fakeBackend(), widget, address });
  expect(markup).toContain('href="/documents/rivers-1999"');
  const inputs = [...markup.matchAll(/<(?:input|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  expect(inputs).toEqual(['text-0', 'text-1']);
  for (const id of inputs) expect(markup).toContain(`<label for="${String(id)}"`);
});

test('the lines to paste name this server; the pinned one names the very bytes', () => {
  const { markup } = homePage({ ...fakeBackend(), widget, address });
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
  const { markup } = homePage({ ...fakeBackend(), widget: undefined, address });
  expect(markup).toContain('<code>npm run build</code>');
  expect(markup).not.toMatch(/declaration-chat|widget\.js/);
  expect(markup).toContain('href="/documents/rivers-1999"');
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
