import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSourceFile } from '../../src/adapters/corpus/source-files.js';
import type { SourceContent } from '../../src/server/dependencies.js';
import { fakeBackend } from '../support/fake-backend.js';
import { rawGet, runApp, type RunningApp } from '../support/running-app.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ADDRESS = '/documents/rivers-1999/source';

function served(content: SourceContent | undefined): Promise<RunningApp> {
  const sources = {
    has: ({ id }: { readonly id: string }) => id === 'rivers-1999',
    read: () => Promise.resolve(content),
  };
  return runApp({ ...fakeBackend(), sources });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['rivers.pdf', '%PDF', 'application/pdf', 'inline', /^default-src 'none'/],
  ['rivers.txt', 'Würde', 'text/plain; charset=utf-8', 'inline', /^sandbox;/],
  [
    'rivers.html',
    '<script>alert(1)</script>',
    'application/octet-stream',
    'attachment; filename=rivers.html',
    /^sandbox;/,
  ],
  [
    'rivers.docx',
    'PK',
    'application/octet-stream',
    'attachment; filename=rivers.docx',
    /^sandbox;/,
  ],
])('%s is sent as it is, and no page runs', async (name, ...expected) => {
  const [text, type, disposition, policy] = expected;
  const { url } = await served({ bytes: bytes(text), name });
  const reply = await fetch(url + ADDRESS);
  expect(reply.status).toBe(200);
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': type,
    'content-disposition': disposition,
    'content-security-policy': expect.stringMatching(policy) as string,
    'x-content-type-options': 'nosniff',
  });
  expect(await reply.text()).toBe(text);
});

test('a text that is not UTF-8 is only saved', async () => {
  const { url } = await served({ bytes: Uint8Array.of(0xcf, 0xf0), name: 'a.txt' });
  expect((await fetch(url + ADDRESS)).headers.get('content-disposition')).toMatch(/^attachment/u);
});

test('the text and its page lead to the file', async () => {
  const { url } = await served(undefined);
  const detail = (await (await fetch(`${url}/api/documents/rivers-1999`)).json()) as unknown;
  expect(detail).toMatchObject({ sourceUrl: ADDRESS });
  const page = await (await fetch(`${url}/documents/rivers-1999`)).text();
  expect(page).toContain(`<a href="${ADDRESS}">Original file</a>`);
  expect(await (await fetch(`${url}/documents/lakes-2001`)).text()).not.toContain('/source');
});

test('nothing leads there where files are not served, are gone, or never were', async () => {
  const { url } = await runApp(fakeBackend());
  expect((await rawGet(url, ADDRESS)).status).toBe(404);
  expect(await (await fetch(`${url}/documents/rivers-1999`)).text()).not.toContain('/source');
  const gone = await served(undefined);
  expect((await rawGet(gone.url, ADDRESS)).status).toBe(404);
  expect((await rawGet(gone.url, '/documents/seas/source')).status).toBe(404);
  expect((await fetch(gone.url + ADDRESS, { method: 'POST' })).status).toBe(405);
});

test('no file outside the corpus folder is read', async () => {
  const folder = await temporaryFolder();
  const corpus = join(folder, 'corpus');
  await mkdir(join(corpus, 'sub'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(corpus, 'sub/a.txt'), 'A');
  await symlink('../secret.txt', join(corpus, 'link.txt'));
  expect(await readSourceFile(corpus, 'sub/a.txt')).toEqual(bytes('A'));
  for (const file of ['../secret.txt', 'link.txt', 'sub', 'gone.txt', '', '..']) {
    expect(await readSourceFile(corpus, file)).toBeUndefined();
  }
  await rm(corpus, { recursive: true });
  expect(await readSourceFile(corpus, 'sub/a.txt')).toBeUndefined();
});
