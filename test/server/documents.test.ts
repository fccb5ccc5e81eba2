import { expect, test } from 'vitest';
import type { DocumentDetail, DocumentList } from '../../src/protocol.js';
import { aDocument, LAKES, RIVERS, fakeBackend } from '../support/fake-backend.js';
import { rawGet, runApp } from '../support/running-app.js';

test("the documents are listed in the library's order", async () => {
  const dated = { ...RIVERS, date: '1999-05-01', place: 'Delta' };
  const { url } = await runApp(fakeBackend({ documents: [dated, LAKES] }));
  const response = await fetch(`${url}/api/documents`);
  expect(response.status).toBe(200);
  const list = (await response.json()) as DocumentList;
  expect(list).toEqual({
    documents: [
      {
        id: 'rivers-1999',
        title: 'Declaration on Rivers',
        date: '1999-05-01',
        place: 'Delta',
        language: 'en',
        paragraphCount: 2,
        url: '/documents/rivers-1999',
      },
      {
        id: 'lakes-2001',
        title: 'Declaration on Lakes',
        language: 'en',
        paragraphCount: 1,
        url: '/documents/lakes-2001',
      },
    ],
  });
});

test('a document comes with its text, and its paragraphs with offsets into it and their addresses', async () => {
  const { url } = await runApp(fakeBackend());
  const detail = (await (await fetch(`${url}/api/documents/rivers-1999`)).json()) as DocumentDetail;
  expect(detail).toMatchObject({
    id: 'rivers-1999',
    title: 'Declaration on Rivers',
    text: RIVERS.text,
    paragraphCount: 2,
  });
  expect(detail.paragraphs.map(({ paragraph, url: address }) => [paragraph, address])).toEqual([
    ['1', '/documents/rivers-1999#p1'],
    ['2', '/documents/rivers-1999#p2'],
  ]);
  for (const { text, start, end } of detail.paragraphs) {
    expect(detail.text.slice(start, end)).toBe(text);
  }
});

test.each(['seas', '__proto__', 'constructor', '..%2Frivers-1999', '%00', 'Rivers-1999'])(
  'there is no document %s',
  async (id) => {
    const { url, incidents } = await runApp(fakeBackend());
    const response = await fetch(`${url}/api/documents/${id}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'unknown-document', status: 404 });
    expect(incidents).toEqual([]);
  },
);

test('a document may be called anything: its addresses lead to it', async () => {
  const { url } = await runApp(
    fakeBackend({ documents: [aDocument({ id: 'déclaration №1 (a/b)?#', lines: ['1. One.'] })] }),
  );
  const { documents } = (await (await fetch(`${url}/api/documents`)).json()) as DocumentList;
  const address = documents[0]?.url ?? '';
  expect((await fetch(url + address)).status).toBe(200);
  const detail = (await (await fetch(`${url}/api${address}`)).json()) as DocumentDetail;
  expect(detail.paragraphs[0]?.url).toBe(`${address}#p1`);
});

test('what has not changed is not sent again', async () => {
  const { url } = await runApp(fakeBackend());
  for (const path of [
    '/api/documents',
    '/api/documents/rivers-1999',
    '/documents/rivers-1999',
    '/',
    '/assets/base.css',
  ]) {
    const first = await rawGet(url, path);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await rawGet(url, path, { 'if-none-match': first.headers.etag ?? '' });
    expect([path, again.status, again.text]).toEqual([path, 304, '']);
  }
});
