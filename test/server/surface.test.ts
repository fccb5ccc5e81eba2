import { describe, expect, test } from 'vitest';
import { fakeBackend, type FakeBackend } from '../support/fake-backend.js';
import { post, rawGet, runApp } from '../support/running-app.js';
import { aWidget } from '../support/a-widget.js';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const GETTABLE = [
  '/',
  '/api/documents',
  '/api/documents/rivers-1999',
  '/api/suggestions',
  '/documents/rivers-1999',
  '/problems',
  '/docs',
  '/openapi.json',
  '/feed.json',
  '/llms.txt',
  '/v1/models',
  '/widget.js',
  '/livez',
  '/readyz',
];
const widget = aWidget();

describe('methods', () => {
  test.each([
    ...GETTABLE.flatMap((path) =>
      ['POST', 'PUT', 'DELETE', 'PATCH'].map((method) => ({
        method,
        path,
        allow: 'GET, HEAD, OPTIONS',
      })),
    ),
    ...['/api/chat', '/api/search', '/v1/chat/completions', '/v1/embeddings', '/mcp'].flatMap(
      (path) =>
        ['GET', 'HEAD', 'PUT', 'DELETE'].map((method) => ({
          method,
          path,
          allow: 'POST, OPTIONS',
        })),
    ),
  ])('$method $path is refused, and told what is allowed', async ({ method, path, allow }) => {
    const { url } = await runApp(fakeBackend(), { widget });
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    const body = await response.text();
    if (method !== 'HEAD') {
      const problem = { code: 'method-not-allowed' };
      expect(JSON.parse(body)).toMatchObject(
        path.startsWith('/v1/') ? { error: problem } : problem,
      );
    }
  });

  test.each(GETTABLE)('HEAD %s is GET without its body', async (path) => {
    const { url } = await runApp(fakeBackend(), { widget });
    const headers = { 'accept-encoding': 'identity' };
    const [head, get] = await Promise.all([
      fetch(url + path, { method: 'HEAD', headers }),
      fetch(url + path, { headers }),
    ]);
    expect(head.status).toBe(get.status);
    expect(await head.text()).toBe('');
    for (const name of ['content-type', 'etag', 'content-length', 'cache-control', 'vary']) {
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
    }
    await get.text();
  });

  test.each([
    ...GETTABLE.map((path) => [path, 'GET, HEAD, OPTIONS']),
    ['/api/chat', 'POST, OPTIONS'],
    ['/api/search', 'POST, OPTIONS'],
    ['/v1/embeddings', 'POST, OPTIONS'],
    ['/mcp', 'POST, OPTIONS'],
  ])('OPTIONS %s tells %s', async (path, allow) => {
    const { url } = await runApp(fakeBackend(), { widget });
    const response = await fetch(url + path, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe(allow);
  });
});

describe('addresses that are not there', () => {
  test.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/chat/more',
    '/nothing',
    '/documents',
    '/assets/nothing.js',
    '/assets',
    '/assets/..%2fcreate-app.ts',
    '/assets/%2e%2e%2f%2e%2e%2fcreate-app.ts',
    '/.env',
    '/problems/x',
    '/widget',
    '/widget/',
    '/widget/x/other.js',
  ])('GET %s is a 404 problem document for a program', async (path) => {
    const { url } = await runApp(fakeBackend());
    const response = await fetch(url + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ code: 'not-found' });
  });

  test.each(['/nothing', '/documents/seas'])('GET %s is a page for a person', async (path) => {
    const { url } = await runApp(fakeBackend());
    const response = await fetch(url + path, { headers: HTML });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('vary')).toContain('Accept');
    expect(await response.text()).toContain('<a href="/">');
  });

  test('under /api a browser gets problem documents too', async () => {
    const { url } = await runApp(fakeBackend());
    const response = await fetch(`${url}/api/documents/seas`, { headers: HTML });
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  test.each(['/documents/%E0%A4%A', '/api/documents/%'])(
    '%s, which is no valid address, is a bad request',
    async (path) => {
      const { url, incidents } = await runApp(fakeBackend());
      const response = await fetch(url + path);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'invalid-request' });
      expect(incidents).toEqual([]);
    },
  );

  test('an address that is markup does not become markup', async () => {
    const { url } = await runApp(fakeBackend());
    const { text } = await rawGet(url, '/<script>alert(1)</script>', HTML);
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');
  });
});

describe('readiness', () => {
  test('while the index is loading the process lives, is not ready, and says when to come back', async () => {
    const { url, incidents } = await runApp(undefined);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const replies = [
      await fetch(`${url}/readyz`),
      await fetch(`${url}/api/documents`),
      await fetch(`${url}/api/documents/rivers-1999`),
      await fetch(`${url}/documents/rivers-1999`),
      await post(`${url}/api/chat`, { question: 'a' }),
      await post(`${url}/api/chat`, { question: 'a', stream: true }),
      await post(`${url}/api/search`, { question: 'a' }),
    ];
    for (const reply of replies) {
      expect(reply.status).toBe(503);
      expect(reply.headers.get('retry-after')).toBe('2');
      expect(await reply.json()).toMatchObject({ code: 'not-ready' });
    }
    expect(incidents).toEqual([]);
  });

  test('the pages then come back by themselves', async () => {
    const { url } = await runApp(undefined);
    const response = await fetch(url, { headers: HTML });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('<meta http-equiv="refresh" content="2">');
  });

  test('when the index is loaded, everything answers', async () => {
    const loaded: { backend?: FakeBackend } = {};
    const { url } = await runApp(undefined, { backend: () => loaded.backend });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    loaded.backend = fakeBackend();
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    expect((await post(`${url}/api/chat`, { question: 'a' })).status).toBe(200);
  });
});

describe('headers', () => {
  test.each([...GETTABLE, '/nothing', '/assets/home.js', '/assets/reading-room.js'])(
    "%s may load and run nothing but the server's own files",
    async (path) => {
      const { url } = await runApp(fakeBackend(), { widget });
      const { headers } = await fetch(url + path, { headers: HTML });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.has('strict-transport-security')).toBe(false);
    },
  );

  test('every problem links to its explanation', async () => {
    const { url } = await runApp(fakeBackend());
    const { type } = (await (await fetch(`${url}/api/nothing`)).json()) as { type: string };
    const [path = '', code = ''] = type.split('#');
    expect(await (await fetch(url + path)).text()).toContain(`<dt id="${code}">`);
  });
});
