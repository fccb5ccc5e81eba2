import { describe, expect, test } from 'vitest';
import { aDocument, fakeBackend, RIVERS } from '../support/fake-backend.js';
import { runApp } from '../support/running-app.js';

const EVIL = aDocument({ id: 'evil', title: '<b>[x](y)</b>', lines: ['1. <img src=x onerror=1>'] });

test('the feed has every text, with the day where it is known', async () => {
  const dated = { ...RIVERS, date: '1999-05-01' };
  const year = { ...aDocument({ id: 'seas', lines: ['1. Seas.'] }), date: '2001' };
  const { url } = await runApp(fakeBackend({ documents: [dated, year] }));
  const response = await fetch(`${url}/feed.json`);
  expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  expect(await response.json()).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: `${url}/feed.json`,
    items: [
      {
        id: `${url}/documents/rivers-1999`,
        title: 'Declaration on Rivers',
        content_text: RIVERS.text,
        date_published: '1999-05-01T00:00:00Z',
      },
      { title: 'seas' },
    ],
  });
});

test('every page tells where the feed is', async () => {
  const { url } = await runApp(fakeBackend());
  for (const path of ['/', '/documents/rivers-1999']) {
    const page = await (await fetch(url + path)).text();
    const [, feed = ''] =
      /<link rel="alternate" href="([^"]+)" type="application\/feed\+json">/u.exec(page) ?? [];
    const response = await fetch(new URL(feed, url));
    expect(response.headers.get('content-type')).toContain('application/feed+json');
  }
});

test('of a long text the feed has the first paragraphs, whole', async () => {
  const lines = Array.from({ length: 400 }, (_, i) => `${i + 1}. ${'Seas are open. '.repeat(8)}`);
  const long = aDocument({ id: 'seas', lines });
  const { url } = await runApp(fakeBackend({ documents: [long] }));
  const feed = (await (await fetch(`${url}/feed.json`)).json()) as {
    readonly items: readonly { readonly content_text: string }[];
  };
  const [content = ''] = feed.items.map(({ content_text: text }) => text);
  const shown = content.replace(/\n\n…$/u, '');
  expect(content).not.toBe(shown);
  expect(shown.length).toBeLessThanOrEqual(20_000);
  expect(long.text.startsWith(shown)).toBe(true);
  expect(long.paragraphs.map(({ end }) => end)).toContain(shown.length);
});

test('of very many texts the feed has the latest, the latest first', async () => {
  const dayOf = (i: number): string =>
    new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10);
  const texts = Array.from({ length: 60 }, (_, i) => ({
    ...aDocument({ id: `text-${i}`, lines: ['1. Seas.'] }),
    // Not in the order of their days; some have none.
    ...(i % 10 === 0 ? {} : { date: dayOf((i * 7) % 60) }),
  }));
  const { url } = await runApp(fakeBackend({ documents: texts }));
  const feed = (await (await fetch(`${url}/feed.json`)).json()) as {
    readonly items: readonly { readonly date_published?: string }[];
  };
  const days = texts.flatMap(({ date }) => date ?? []).sort((a, b) => b.localeCompare(a));
  expect(feed.items.map(({ date_published: day }) => day?.slice(0, 10))).toEqual(days.slice(0, 50));
});

test('llms.txt names every text and every interface, by addresses that are there', async () => {
  const { url } = await runApp(fakeBackend());
  const response = await fetch(`${url}/llms.txt`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await response.text();
  expect(text).toContain(`- [Declaration on Rivers](${url}/documents/rivers-1999): 2 paragraphs`);
  for (const [, address = ''] of text.matchAll(/\]\((http[^)]+)\)/gu)) {
    expect([address, (await fetch(address)).status]).toEqual([address, 200]);
  }
});

describe('oEmbed', () => {
  async function embedded(path: string, more = ''): Promise<Response> {
    const { url } = await runApp(fakeBackend({ documents: [RIVERS, EVIL] }));
    return fetch(`${url}/oembed?url=${encodeURIComponent(url + path)}${more}`);
  }

  test.each([
    ['the words of a quote', '/documents/rivers-1999?quote=49-75#p2', 'Dams are built by consent.'],
    ['a paragraph', '/documents/rivers-1999#p2', '2. Dams are built by consent.'],
  ])('shows %s, with a link', async (_, path, words) => {
    const reply = (await (await embedded(path)).json()) as { html: string; title: string };
    expect(reply.html).toContain(`<p>${words}</p>`);
    expect(reply.html).toMatch(/<a href="http[^"]+\/documents\/rivers-1999[^"]*#p2">/u);
    expect(reply.title).toBe('Declaration on Rivers, 2');
  });

  test('keeps the markup of texts and addresses from being its own', async () => {
    const { html } = (await (await embedded('/documents/evil?a="><script>#p1')).json()) as {
      html: string;
    };
    expect(html).not.toMatch(/<(?:img|script|b)\b/u);
    expect(html).toContain('&lt;img');
  });

  test.each([
    ['no text', '/documents/seas', '', 404],
    ['another page', '/', '', 404],
    ['another format', '/documents/evil', '&format=xml', 400],
  ])('is refused for %s', async (...[, path, more, status]) => {
    expect((await embedded(path, more)).status).toBe(status);
  });

  test('is refused for another server, and without an address', async () => {
    const { url } = await runApp(fakeBackend());
    const other = encodeURIComponent('https://elsewhere.example/documents/rivers-1999');
    expect((await fetch(`${url}/oembed?url=${other}`)).status).toBe(404);
    expect((await fetch(`${url}/oembed`)).status).toBe(400);
  });

  test('is found by the page of a text', async () => {
    const { url } = await runApp(fakeBackend());
    const page = await fetch(`${url}/documents/rivers-1999?quote=49-75`);
    const [, address = ''] =
      /<([^>]+)>; rel="alternate"; type="application\/json\+oembed"/u.exec(
        page.headers.get('link') ?? '',
      ) ?? [];
    expect(await (await fetch(address)).json()).toMatchObject({ type: 'rich', width: 600 });
  });
});
