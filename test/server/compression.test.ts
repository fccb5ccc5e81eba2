import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { deferred } from '../support/deferred.js';
import { ANSWER, aDocument, EVENTS, fakeBackend } from '../support/fake-backend.js';
import { eventsIn, linesUntil } from '../support/read-event-stream.js';
import { post, rawGet, rawRequest, runApp } from '../support/running-app.js';

const LONG = aDocument({
  id: 'long',
  lines: Array.from(
    { length: 50 },
    (_, at) => `${at + 1}. Rivers belong to those who live by them.`,
  ),
});
const COMPRESSIBLE = ['/api/documents/long', '/documents/long', '/assets/base.css'];

describe.each(COMPRESSIBLE)('%s', (path) => {
  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('to who accepts %s comes as %s', async (accepted, encoding, decompress) => {
    const { url } = await runApp(fakeBackend({ documents: [LONG] }));
    const plain = await rawGet(url, path);
    const { headers, bytes } = await rawGet(url, path, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(decompress(bytes).equals(plain.bytes)).toBe(true);
    expect(headers.etag).toBe(plain.headers.etag);
  });

  test.each(['', 'identity', 'zstd', 'br;q=0, gzip;q=0'])(
    'to who accepts "%s" comes as it is, and caches are told that it depends',
    async (accepted) => {
      const { url } = await runApp(fakeBackend({ documents: [LONG] }));
      const { status, headers } = await rawGet(
        url,
        path,
        accepted === '' ? {} : { 'accept-encoding': accepted },
      );
      expect([status, headers['content-encoding']]).toEqual([200, undefined]);
      expect(headers.vary).toMatch(/Accept-Encoding/);
    },
  );

  test('that has not changed is not sent again', async () => {
    const { url } = await runApp(fakeBackend({ documents: [LONG] }));
    const { headers } = await rawGet(url, path, { 'accept-encoding': 'br' });
    const again = await rawGet(url, path, {
      'accept-encoding': 'br',
      'if-none-match': headers.etag ?? '',
    });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });
});

test('the JSON reply of a chat is compressed too; a few words are not', async () => {
  const text = 'Dams are built by consent. '.repeat(100);
  const { url } = await runApp(
    fakeBackend({ events: () => [{ type: 'answer', reply: { ...ANSWER, answer: text } }] }),
  );
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip' };
  const long = await rawRequest(url, {
    path: '/api/chat',
    method: 'POST',
    headers,
    body: '{"question":"q"}',
  });
  expect(JSON.parse(gunzipSync(long.bytes).toString())).toMatchObject({ answer: text });
  expect((await rawGet(url, '/livez', headers)).headers['content-encoding']).toBeUndefined();
});

test('an event stream is never compressed: each delta is there before the next one is made', async () => {
  const read = EVENTS.map(() => deferred());
  const backend = fakeBackend({
    async *events() {
      for (const [at, event] of EVENTS.entries()) {
        yield event;
        // The next event is not made before this one has been read.
        if (at < EVENTS.length - 1) await read[at]?.promise;
      }
    },
  });
  const { url } = await runApp(backend);
  const response = await post(
    `${url}/api/chat`,
    { question: 'q', stream: true },
    { headers: { 'accept-encoding': 'br, gzip' } },
  );
  expect(response.headers.get('content-encoding')).toBeNull();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  for (const [at] of EVENTS.entries()) {
    while (received.split('\n\n').length - 1 <= at) received += (await reader?.read())?.value ?? '';
    expect(eventsIn(received).map(({ event }) => event)).toEqual(
      EVENTS.slice(0, at + 1).map(({ type }) => type),
    );
    read[at]?.resolve();
  }
});

test('a client that leaves a compressed reply does not disturb the server', async () => {
  const { url, incidents } = await runApp(fakeBackend({ documents: [LONG] }));
  const controller = new AbortController();
  const response = await fetch(`${url}/api/documents/long`, { signal: controller.signal });
  controller.abort();
  await response.text().catch(() => undefined);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  expect(incidents).toEqual([]);
});

test('a stream that stalls while the client does not read goes on when it reads again', async () => {
  const many = Array.from(
    { length: 2_000 },
    () => ({ type: 'delta', text: 'Dams are built by consent. '.repeat(50) }) as const,
  );
  const { url } = await runApp(
    fakeBackend({ events: () => [...many, { type: 'answer', reply: ANSWER }] }),
  );
  const response = await post(`${url}/api/chat`, { question: 'q', stream: true });
  const { text, rest } = await linesUntil(response, 'delta');
  expect(eventsIn(text + (await rest()))).toHaveLength(many.length + 1);
});
