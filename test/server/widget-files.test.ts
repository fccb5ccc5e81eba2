import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readWidgetScript } from '../../src/server/widget-script.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { aWidget } from '../support/a-widget.js';
import { fakeBackend } from '../support/fake-backend.js';
import { rawGet, rawRequest, runApp } from '../support/running-app.js';

const widget = aWidget();
const MOVING = 'public, max-age=300, must-revalidate';
const VERSIONED = 'public, max-age=31536000, immutable';
const ADDRESSES = [
  { path: '/widget.js', file: widget.source, cacheControl: MOVING },
  { path: '/widget-more.js', file: widget.more, cacheControl: MOVING },
  { path: widget.versionedPath, file: widget.source, cacheControl: VERSIONED },
  {
    path: `${dirname(widget.versionedPath)}/widget-more.js`,
    file: widget.more,
    cacheControl: VERSIONED,
  },
];

describe.each(ADDRESSES)('$path', ({ path, file, cacheControl }) => {
  test('is the script, to be kept as long as its address means it, and loaded by any page', async () => {
    const { url } = await runApp(fakeBackend(), { widget });
    const { status, headers, bytes } = await rawGet(url, path, {
      origin: 'https://elsewhere.example',
    });
    expect(status).toBe(200);
    expect(bytes.equals(file)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': cacheControl,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'content-length': String(file.length),
    });
    expect(headers.vary).toContain('Accept-Encoding');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('is not sent again to who has it', async () => {
    const { url } = await runApp(fakeBackend(), { widget });
    const first = await rawGet(url, path);
    const again = await rawGet(url, path, {
      'if-none-match': first.headers.etag ?? '',
      origin: 'https://elsewhere.example',
    });
    expect([
      again.status,
      again.text,
      again.headers['access-control-allow-origin'],
      again.headers['cache-control'],
    ]).toEqual([304, '', '*', cacheControl]);
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is compressed with %s for who takes it', async (encoding, decompress) => {
    const { url } = await runApp(fakeBackend(), { widget });
    const { headers, bytes } = await rawGet(url, path, { 'accept-encoding': encoding });
    expect(headers['content-encoding']).toBe(encoding);
    expect(bytes.length).toBeLessThan(file.length / 4);
    expect(decompress(bytes).equals(file)).toBe(true);
  });

  test('is there before the index is loaded', async () => {
    const { url } = await runApp(undefined, { widget });
    expect((await rawGet(url, path)).status).toBe(200);
  });

  test('takes HEAD and no POST', async () => {
    const { url } = await runApp(fakeBackend(), { widget });
    const head = await rawRequest(url, { path, method: 'HEAD' });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([
      200,
      '',
      String(file.length),
    ]);
    expect((await rawRequest(url, { path, method: 'POST' })).status).toBe(405);
  });

  test('where it was not built is a problem document that names no path of the server', async () => {
    const { url, incidents } = await runApp(fakeBackend());
    const { status, headers, text } = await rawGet(url, path);
    expect(status).toBe(404);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(text)).toMatchObject({
      code: 'not-found',
      detail: 'The widget was not built on this server.',
    });
    expect(incidents).toEqual([]);
  });
});

test('the hash for `integrity` is of the very bytes that are sent, and the address changes with them', async () => {
  const { url } = await runApp(fakeBackend(), { widget });
  const { bytes } = await rawGet(url, widget.versionedPath);
  expect(widget.integrity).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`);
  expect(aWidget('Another.').versionedPath).not.toBe(widget.versionedPath);
});

test('the address of another version is not found, and says where the present one is', async () => {
  const { url } = await runApp(fakeBackend(), { widget });
  const { status, headers, text } = await rawGet(url, aWidget('Another.').versionedPath);
  expect(status).toBe(404);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain(widget.versionedPath);
});

test('the script is read from the file that the build wrote; a file that is not there is no failure', async () => {
  const folder = await temporaryFolder();
  expect(readWidgetScript(join(folder, 'widget.js'))).toBeUndefined();
  await writeFile(join(folder, 'widget.js'), widget.source);
  await writeFile(join(folder, 'widget-more.js'), widget.more);
  expect(readWidgetScript(join(folder, 'widget.js'))).toEqual(widget);
  expect(() => readWidgetScript(folder)).toThrow('EISDIR');
});
