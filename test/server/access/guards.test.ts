import { describe, expect, test } from 'vitest';
import type { AllowedOrigins } from '../../../src/server/access/allowed-origins.js';
import { isBoundName, isLoopback, parseHost } from '../../../src/server/access/host-name.js';
import { aWidget } from '../../support/a-widget.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { rawRequest, runApp, type RawReply } from '../../support/running-app.js';

const FRIEND = 'https://friend.example';
const FOREIGN = 'https://elsewhere.example';

interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Called extends RawReply {
  readonly backend: FakeBackend;
  readonly port: string;
}

/**
 * A question, unless told otherwise, to a server that allows those origins. `{port}` in a header is
 * the server's.
 */
async function call(
  allowedOrigins: AllowedOrigins,
  { method = 'POST', path = '/api/chat', headers = {} }: Call,
): Promise<Called> {
  const backend = fakeBackend();
  const { url } = await runApp(backend, { allowedOrigins, widget: aWidget() });
  const { port } = new URL(url);
  const filled = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('{port}', port)]),
  );
  const type: Record<string, string> =
    method === 'POST' ? { 'content-type': 'application/json' } : {};
  const reply = await rawRequest(url, {
    path,
    method,
    headers: { ...type, ...filled },
    body: method === 'POST' ? '{"question":"q"}' : '',
  });
  return { ...reply, backend, port };
}

const ORIGIN_PROBLEM = {
  code: 'origin-not-allowed',
  status: 403,
  detail: expect.stringContaining('ALLOWED_ORIGINS') as string,
};
const PREFLIGHT = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
};
const GUARDED: readonly Required<Pick<Call, 'method' | 'path'>>[] = [
  { method: 'POST', path: '/api/chat' },
  { method: 'POST', path: '/api/search' },
  { method: 'GET', path: '/api/documents' },
  { method: 'GET', path: '/api/documents/rivers-1999' },
  { method: 'GET', path: '/api/documents/none' },
  { method: 'GET', path: '/api/suggestions' },
  { method: 'GET', path: '/api/nothing' },
  { method: 'PUT', path: '/api/chat' },
  { method: 'HEAD', path: '/api/documents' },
  { method: 'OPTIONS', path: '/api/chat' },
  { method: 'POST', path: '/v1/chat/completions' },
  { method: 'POST', path: '/mcp' },
  { method: 'GET', path: '/documents/rivers-1999' },
  { method: 'GET', path: '/readyz' },
];

describe('a page of an origin that is not allowed', () => {
  test.each(GUARDED)(
    'is refused $method $path, and nothing is done for it',
    async ({ method, path }) => {
      const { status, headers, text, backend } = await call([FRIEND], {
        method,
        path,
        headers: { origin: FOREIGN },
      });
      expect(status).toBe(403);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.vary).toContain('Origin');
      if (path.startsWith('/v1/')) {
        expect(JSON.parse(text)).toMatchObject({ error: { code: 'origin-not-allowed' } });
      } else {
        expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
        if (method !== 'HEAD') expect(JSON.parse(text)).toMatchObject(ORIGIN_PROBLEM);
      }
      expect(backend.calls).toEqual([]);
    },
  );

  test.each([
    ['where none is allowed', [] as readonly string[], FOREIGN],
    ['of the same host by another port', [], 'http://127.0.0.1:1'],
    ['of localhost, when 127.0.0.1 was asked', [], 'http://localhost:{port}'],
    ['that only begins like an allowed one', [FRIEND], `${FRIEND}.evil.example`],
    ['that only ends like an allowed one', ['https://example'], 'https://evil.example'],
    ['of the same name by another scheme', [FRIEND], 'http://friend.example'],
    ['of the same name by another port', [FRIEND], `${FRIEND}:8443`],
    ['of no page', [FRIEND], 'null'],
    ['that is empty', [FRIEND], ''],
    ['twice', [FRIEND], `${FRIEND}, ${FRIEND}`],
    ['with a slash', [FRIEND], `${FRIEND}/`],
    ['in capitals', [FRIEND], FRIEND.toUpperCase()],
    ['that is no address', [FRIEND], '127.0.0.1:{port}'],
    ['of another kind', [FRIEND], 'ftp://127.0.0.1:{port}'],
    ['that is a star', [FRIEND], '*'],
  ])('is refused: an origin %s', async (_name, allowed, origin) => {
    const { status, backend } = await call(allowed, { headers: { origin } });
    expect(status).toBe(403);
    expect(backend.calls).toEqual([]);
  });

  test('is refused when it asks first', async () => {
    const { status, headers } = await call([FRIEND], {
      method: 'OPTIONS',
      headers: { origin: FOREIGN, ...PREFLIGHT },
    });
    expect(status).toBe(403);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('is refused whatever else it claims', async () => {
    for (const site of ['cross-site', 'same-site', 'none', 'SAME-ORIGIN']) {
      const { status } = await call([], {
        headers: {
          origin: FOREIGN,
          'sec-fetch-site': site,
          referer: 'http://127.0.0.1:{port}/',
          'x-forwarded-host': 'elsewhere.example',
        },
      });
      expect(status).toBe(403);
    }
  });
});

describe('a page of an allowed origin', () => {
  test.each(GUARDED.filter(({ method }) => method !== 'OPTIONS'))(
    'can read the reply of $method $path, also an error',
    async ({ method, path }) => {
      const { headers, status } = await call(['https://other.example', FRIEND], {
        method,
        path,
        headers: { origin: FRIEND },
      });
      expect(status).not.toBe(403);
      expect(headers['access-control-allow-origin']).toBe(FRIEND);
      expect(headers['access-control-expose-headers']).toBe('Retry-After, X-Request-Id');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(headers.vary).toContain('Origin');
    },
  );

  test('can read that the body is wrong, that the index is loading, and an event stream', async () => {
    const wrong = await call([FRIEND], {
      headers: { origin: FRIEND, 'content-type': 'text/plain' },
    });
    expect([wrong.status, wrong.headers['access-control-allow-origin']]).toEqual([415, FRIEND]);
    const { url } = await runApp(undefined, { allowedOrigins: [FRIEND] });
    const loading = await rawRequest(url, {
      path: '/api/suggestions',
      headers: { origin: FRIEND },
    });
    expect([loading.status, loading.headers['access-control-allow-origin']]).toEqual([503, FRIEND]);
    const stream = await call([FRIEND], {
      headers: { origin: FRIEND, accept: 'text/event-stream' },
    });
    expect([stream.headers['content-type'], stream.headers['access-control-allow-origin']]).toEqual(
      ['text/event-stream; charset=utf-8', FRIEND],
    );
  });

  test.each(GUARDED)('is told what it may send to $path', async ({ path }) => {
    const { status, headers, text, backend } = await call([FRIEND], {
      method: 'OPTIONS',
      path,
      headers: { origin: FRIEND, ...PREFLIGHT },
    });
    expect([status, text]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': FRIEND,
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': 'Content-Type, Accept, Authorization, *',
      'access-control-max-age': '7200',
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers.vary).toContain('Origin');
    expect(backend.calls).toEqual([]);
  });

  test('may be of no name where `null` is listed, and of any where * is', async () => {
    expect(
      (await call(['null'], { headers: { origin: 'null' } })).headers[
        'access-control-allow-origin'
      ],
    ).toBe('null');
    for (const origin of [FOREIGN, 'null', 'chrome-extension://abc']) {
      const { status, headers } = await call('any', { headers: { origin } });
      expect([
        status,
        headers['access-control-allow-origin'],
        headers.vary?.includes('Origin'),
      ]).toEqual([200, '*', true]);
    }
  });
});

describe("the server's own pages", () => {
  test.each([
    ['on an address', { origin: 'http://127.0.0.1:{port}' }],
    ['on localhost', { origin: 'http://localhost:{port}', host: 'localhost:{port}' }],
    ['on IPv6', { origin: 'http://[::1]:{port}', host: '[::1]:{port}' }],
    [
      'behind a proxy that takes TLS off and passes Host',
      { origin: 'https://10.0.0.7', host: '10.0.0.7' },
    ],
    [
      'behind a proxy that writes the default port',
      { origin: 'https://10.0.0.7', host: '10.0.0.7:443' },
    ],
    [
      "behind a proxy that changes Host, by the browser's word",
      { origin: 'https://chat.example.org', 'sec-fetch-site': 'same-origin' },
    ],
  ])('may ask %s', async (_name, headers) => {
    expect((await call([], { headers })).status).toBe(200);
  });

  test('behind a proxy that passes the public name may ask where that is listed', async () => {
    const headers = { origin: 'https://chat.example.org', host: 'chat.example.org' };
    expect((await call(['https://chat.example.org'], { headers })).status).toBe(200);
  });
});

describe('a program, which sends no origin', () => {
  test.each(GUARDED)('is not hindered: $method $path', async ({ method, path }) => {
    const { status, headers } = await call([], { method, path });
    expect(status).not.toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers.vary).toContain('Origin');
  });
});

describe("a name that leads to this machine by somebody else's will", () => {
  test.each([
    { method: 'GET', path: '/api/documents' },
    { method: 'GET', path: '/' },
    { method: 'POST', path: '/api/chat', headers: { origin: 'http://evil.example:{port}' } },
    { method: 'GET', path: '/widget.js' },
    {
      method: 'OPTIONS',
      path: '/api/chat',
      headers: { origin: 'http://evil.example:{port}', ...PREFLIGHT },
    },
  ])('is not answered: $method $path', async ({ method, path, headers = {} }) => {
    const { status, text, backend } = await call([FRIEND], {
      method,
      path,
      headers: { ...headers, host: 'evil.example:{port}' },
    });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({
      code: 'host-not-allowed',
      detail: expect.stringContaining('ALLOWED_ORIGINS') as string,
    });
    expect(backend.calls).toEqual([]);
  });

  test.each([
    ['127.0.0.1:{port}', 200],
    ['127.0.0.1', 200],
    ['LOCALHOST:{port}', 200],
    ['localhost.', 200],
    ['chat.localhost:8080', 200],
    ['[::1]:{port}', 200],
    ['192.168.1.5:{port}', 200],
    ['[2001:db8::1]', 200],
    ['friend.example', 200],
    ['friend.example:8443', 200],
    ['localhost.evil.example', 403],
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['notlocalhost', 403],
    ['localhost@evil.example', 403],
    ['evil.example#localhost', 403],
  ])('Host: %s gets %i', async (host, expected) => {
    expect(
      (await call([FRIEND], { method: 'GET', path: '/api/documents', headers: { host } })).status,
    ).toBe(expected);
  });

  test('is answered where every origin is allowed', async () => {
    expect(
      (await call('any', { headers: { host: 'evil.example', origin: 'http://evil.example' } }))
        .status,
    ).toBe(200);
  });

  test('is a matter of addresses that lead nowhere else', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(
      ['10.0.0.1', '::ffff:10.0.0.1', '::', '2001:db8::1', '1127.0.0.1', undefined].map(isLoopback),
    ).toEqual([false, false, false, false, false, false]);
    expect(['', 'a b', 'a/b', 'a@b', '[::1'].map(parseHost)).toEqual(Array(5).fill(undefined));
    expect(
      ['localhost', '127.1', '0x7f.1'].map((name) =>
        isBoundName(parseHost(name) ?? new URL('http://none.example')),
      ),
    ).toEqual([true, true, true]);
  });
});
