import { expect, test } from 'vitest';
import type { RequestOutcome } from '../../src/server/identify-requests.js';
import { fakeBackend } from '../support/fake-backend.js';
import { post, runApp } from '../support/running-app.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

test('every reply has an id of its own, a refusal too', async () => {
  const { url } = await runApp(fakeBackend());
  const ids = await Promise.all(
    ['/livez', '/nowhere', '/api/documents'].map(async (path) =>
      (await fetch(url + path)).headers.get('x-request-id'),
    ),
  );
  for (const id of ids) expect(id).toMatch(UUID);
  expect(new Set(ids).size).toBe(3);
});

test.each([
  { what: 'is taken from proxies that are trusted', deps: { trustProxy: 1 }, given: 'proxy-4711' },
  {
    what: 'is not from others',
    deps: { trustProxy: ['10.0.0.0/8'] },
    given: 'proxy-4711',
    wanted: UUID,
  },
  { what: 'is not where none is', given: 'proxy-4711', wanted: UUID },
  { what: 'is not where it is no id', deps: { trustProxy: 1 }, given: 'a b', wanted: UUID },
  { what: 'is not if endless', deps: { trustProxy: 1 }, given: 'x'.repeat(101), wanted: UUID },
])(
  'an id that came with the request $what',
  async ({ deps = {}, given, wanted = /^proxy-4711$/u }) => {
    const { url } = await runApp(fakeBackend(), deps);
    const reply = await fetch(`${url}/livez`, { headers: { 'x-request-id': given } });
    expect(reply.headers.get('x-request-id')).toMatch(wanted);
  },
);

test('each request is told when it is over, without what was asked', async () => {
  const told: RequestOutcome[] = [];
  const { url } = await runApp(fakeBackend(), { onRequest: (outcome) => told.push(outcome) });
  await (await post(`${url}/api/chat`, { question: 'secret' })).text();
  const reply = await fetch(`${url}/?question=secret`, { headers: { cookie: 'a=secret' } });
  await reply.text();
  await expect.poll(() => told).toHaveLength(2);
  expect(told).toMatchObject([
    { method: 'POST', path: '/api/chat', status: 200 },
    { method: 'GET', path: '/', status: 200, id: reply.headers.get('x-request-id') },
  ]);
  expect(JSON.stringify(told)).not.toContain('secret');
});

test('an incident names the request', async () => {
  const { url, incidents } = await runApp({
    ...fakeBackend(),
    search: () => Promise.reject(new Error('broken')),
  });
  const reply = await post(`${url}/api/search`, { question: 'q' });
  expect(reply.status).toBe(500);
  expect(incidents).toMatchObject([{ request: reply.headers.get('x-request-id') }]);
});
