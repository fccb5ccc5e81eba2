import { connect } from 'node:net';
import { Agent } from 'node:http';
import { Chance } from './chance.js';
import { send, type Sent } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { serve, type Served } from './processes.js';

const AT_ONCE = 16;
const PATHS = [
  '/api/chat',
  '/api/chat',
  '/api/search',
  '/api/documents',
  '/api/documents/lakes',
  '/documents/lakes',
  '/documents/lakes/source',
  '/api/suggestions',
  '/admin/reload/',
  '/widget.js',
  '/livez',
  '/readyz',
  '/problems',
  '/',
] as const;
const METHODS = [
  'GET',
  'POST',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
];
const TYPES = [
  'application/json',
  'application/json',
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  ';',
];
/** What stands in a file of a program's own, and in the trace of an error. */
const TELLING = /\bat \S+ \(|node_modules|\.[jt]s:\d+:\d+|node:internal/u;

/** Whatever is sent, nothing goes wrong in the server, and nothing of it is told. */
export const requests: FaultPart = {
  name: 'requests',
  what: 'a request that nobody should send',
  full: 20_000,
  try: (options) => inFolder((folder) => sendOver(folder, options)),
};

async function sendOver(folder: string, { count, seed, tell }: TryOptions): Promise<Findings> {
  await writeTexts(folder, { lakes: aText('lakes', 5) });
  const server = await serve(folder);
  const chance = new Chance(seed);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const lost: string[] = [];
  const statuses = new Map<string, number>();
  let done = 0;
  const worker = async (): Promise<void> => {
    while (done < count) {
      done += 1;
      const [what, sent] = await sendSomething(server, chance, agent);
      const kind = sent.status === 0 ? 'cut' : `${Math.floor(sent.status / 100)}xx`;
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
      if (sent.status >= 500 && !isRefusal(sent)) lost.push(`${what}: ${sent.status}`);
      if (TELLING.test(sent.body)) lost.push(`${what}: told ${sent.body.slice(0, 200)}`);
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const alive = await send(`${server.url}/livez`, {});
  if (alive.status !== 200) lost.push(`the server is gone: ${server.said().slice(-300)}`);
  agent.destroy();
  await server.stop();
  const figures = [...statuses].sort().map(([kind, number]) => [kind, String(number)]);
  return { tried: count, lost, figures: Object.fromEntries(figures) as Record<string, string> };
}

/** 501 is what Node itself says to methods that it does not know. */
function isRefusal({ status }: Sent): boolean {
  return status === 503 || status === 501 || status === 505;
}

async function sendSomething(
  { url }: Served,
  chance: Chance,
  agent: Agent,
): Promise<readonly [string, Sent]> {
  if (chance.share() < 0.1) {
    const bytes = aBrokenRequest(chance);
    return [
      `bytes ${JSON.stringify(bytes.toString('latin1').slice(0, 100))}`,
      await sendBytes(url, bytes),
    ];
  }
  const method = chance.of(METHODS);
  const path = aPath(chance);
  const body = method === 'GET' || method === 'HEAD' ? undefined : aBody(chance);
  const headers = { 'content-type': chance.of(TYPES), ...someHeaders(chance) };
  const sent = await send(`${url}${path}`, { method, headers, agent, ...(body && { body }) });
  const said = body?.toString('latin1').slice(0, 100) ?? '';
  return [`${method} ${path.slice(0, 80)} ${JSON.stringify(said)}`, sent];
}

function aPath(chance: Chance): string {
  const path = chance.of(PATHS);
  const more = chance.of([
    '',
    '',
    '',
    '?',
    '/',
    '/..%2f..%2fetc%2fpasswd',
    '%00',
    '%',
    '%ff',
    '//',
  ]);
  const long = chance.share() < 0.02 ? `/${'x'.repeat(chance.below(20_000))}` : '';
  const query =
    chance.share() < 0.2 ? `?documents=${chance.of(['', '%5b', 'lakes', '__proto__'])}` : '';
  return `${path}${more}${long}${query}`;
}

function someHeaders(chance: Chance): Record<string, string> {
  const all: Readonly<Record<string, readonly string[]>> = {
    accept: ['text/event-stream', 'text/html', '*/*;q=x', ''],
    origin: ['null', 'https://example.org', 'http://[::1', ''],
    host: ['localhost', '127.0.0.1', 'evil.example', '[::1]', 'a b'],
    'accept-encoding': ['gzip', 'br;q=9', 'zstd, *'],
    'if-none-match': ['*', '"x"', 'W/'],
    range: ['bytes=0-', 'bytes=9-1', 'lines=1'],
    'content-encoding': ['gzip', 'deflate', 'br', 'x'],
    'x-forwarded-for': ['1.2.3.4', ''],
    expect: ['x'],
  };
  const some = Object.entries(all).filter(() => chance.share() < 0.12);
  return Object.fromEntries(some.map(([name, values]) => [name, chance.of(values)]));
}

const WORDS = [
  'lakes',
  'What is this about?',
  '1'.repeat(400),
  '-'.repeat(2_000),
  '((((((((((',
  '\u0000',
  '\u202e\u200b\u00ad',
  '\ud800',
  '한국어 العربية 日本語',
  'paragraph 9999999999999999999999',
  '"quoted" and “quoted',
  '',
  ' ',
];

function aValue(chance: Chance, depth = 0): unknown {
  const kind = chance.below(depth > 4 ? 5 : 8);
  if (kind === 0) return chance.of(WORDS);
  if (kind === 1) return chance.of([0, -1, 1e308, 0.5, 51]);
  if (kind === 2) return chance.of([true, false, null]);
  if (kind === 3) return chance.of(WORDS).repeat(chance.below(3));
  if (kind === 4) return [];
  if (kind === 5) return Array.from({ length: chance.below(6) }, () => aValue(chance, depth + 1));
  const keys = ['role', 'content', 'question', '__proto__', 'constructor', 'toString', 'stream'];
  return Object.fromEntries(
    Array.from({ length: chance.below(5) }, () => [chance.of(keys), aValue(chance, depth + 1)]),
  );
}

function aBody(chance: Chance): Buffer {
  const kind = chance.below(10);
  if (kind === 0) return chance.bytes(chance.below(200));
  if (kind === 1) return Buffer.from('['.repeat(chance.below(60_000)));
  if (kind === 2) return Buffer.alloc(chance.below(300_000), 'a');
  const proper = {
    messages: Array.from({ length: chance.below(4) }, () => ({
      role: chance.of(['user', 'assistant', 'system']),
      content: chance.of(WORDS),
    })),
    question: chance.of(WORDS),
    documents: chance.of([['lakes'], ['none'], [], 'lakes', [7]]),
    stream: chance.of([true, false, 'yes']),
    topK: chance.of([1, 50, 51, -1, 1.5, '3']),
  };
  const keys = Object.entries(proper).filter(() => chance.share() < 0.4);
  const value = kind < 7 ? Object.fromEntries(keys) : aValue(chance);
  const bytes = Buffer.from(JSON.stringify(value));
  if (kind === 9 && bytes.length > 0) bytes[chance.below(bytes.length)] = chance.below(256);
  return bytes;
}

function aBrokenRequest(chance: Chance): Buffer {
  return Buffer.from(
    chance.of([
      'GET / HTTP/9.9\r\n\r\n',
      'GET /\r\n\r\n',
      'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n',
      'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'GET http:// HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET //// HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      chance.bytes(300).toString('latin1'),
    ]),
    'latin1',
  );
}

function sendBytes(url: string, bytes: Buffer): Promise<Sent> {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve) => {
    let body = '';
    const end = (): void => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(body)?.[1] ?? 0);
      resolve({ status, body, ms: performance.now() - began });
      socket.destroy();
    };
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.setTimeout(2_000, end);
    socket.on('data', (chunk) => (body += chunk.toString('latin1')));
    socket.once('close', end).once('error', end);
  });
}
