import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { ChatEvent } from '../../src/protocol.js';
import { createApp } from '../../src/server/create-app.js';
import { listen, type ListenOptions, type RunningServer } from '../../src/server/listen.js';
import { deferred } from '../support/deferred.js';
import { EVENTS, fakeBackend } from '../support/fake-backend.js';
import { eventsIn } from '../support/read-event-stream.js';
import { post } from '../support/running-app.js';

type Events = (signal: AbortSignal) => Iterable<ChatEvent> | AsyncIterable<ChatEvent>;

async function serve(
  events: Events = () => EVENTS,
  options: Partial<ListenOptions> = {},
): Promise<RunningServer> {
  const shutdown = new AbortController();
  const app = createApp({ backend: () => fakeBackend({ events }), shutdown: shutdown.signal });
  const server = await listen(app, { host: '127.0.0.1', port: 0, shutdown, ...options });
  onTestFinished(() => server.close());
  return server;
}

test('it tells where it answers', async () => {
  const { url } = await serve();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
});

test('where it listens on all addresses it tells one that works', async () => {
  const { url } = await serve(undefined, { host: '0.0.0.0' });
  expect(url).toMatch(/^http:\/\/localhost:\d+$/);
});

test('a port that is in use is said so, with what to do', async () => {
  const { url } = await serve();
  const port = Number(new URL(url).port);
  await expect(serve(undefined, { port })).rejects.toMatchObject({
    code: 'invalid-configuration',
    message: expect.stringMatching(
      new RegExp(`127\\.0\\.0\\.1, port ${port}: another program .* PORT`),
    ) as unknown,
  });
});

test('an address that this machine has not is said so', async () => {
  await expect(serve(undefined, { host: '192.0.2.1' })).rejects.toMatchObject({
    code: 'invalid-configuration',
    message: expect.stringContaining('HOST') as unknown,
  });
});

test('closing lets an answer in flight finish, then takes no more', async () => {
  const began = deferred();
  const mayFinish = deferred();
  const server = await serve(async function* () {
    yield* EVENTS.slice(0, 2);
    began.resolve();
    await mayFinish.promise;
    yield* EVENTS.slice(2);
  });
  const replies = Promise.all([
    post(`${server.url}/api/chat`, { question: 'q', stream: true }).then((response) =>
      response.text(),
    ),
    post(`${server.url}/api/chat`, { question: 'q' }).then((response) => response.status),
  ]);
  await began.promise;
  const closed = server.close();
  expect(server.close()).toBe(closed);
  mayFinish.resolve();
  const [stream, status] = await replies;
  expect(eventsIn(stream).at(-1)?.event).toBe('answer');
  expect(status).toBe(200);
  await closed;
  await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
});

// Node would keep the idle connection for five seconds more.
test(
  'a client that keeps its connection does not hold the server up',
  { timeout: 3_000 },
  async () => {
    const began = deferred();
    const mayFinish = deferred();
    const server = await serve(async function* () {
      began.resolve();
      await mayFinish.promise;
      yield* EVENTS;
    });
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => {
      agent.destroy();
    });
    const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
    const answered = new Promise<number | undefined>((resolve) => {
      const outgoing = request(`${server.url}/api/chat`, options, (incoming) => {
        incoming.resume().on('end', () => {
          resolve(incoming.statusCode);
        });
      });
      outgoing.end('{"question":"q"}');
    });
    await began.promise;
    const closed = server.close();
    mayFinish.resolve();
    expect(await answered).toBe(200);
    await closed;
  },
);

test('after the time of grace a stream ends with an error event, and its work stops', async () => {
  const given = deferred<AbortSignal>();
  const server = await serve(
    async function* (signal) {
      given.resolve(signal);
      yield* EVENTS.slice(0, 1);
      await new Promise(() => undefined);
    },
    { graceMs: 0 },
  );
  const response = await post(`${server.url}/api/chat`, { question: 'q', stream: true });
  const closed = server.close();
  const events = eventsIn(await response.text());
  expect(events.map(({ event }) => event)).toEqual(['passages', 'error']);
  expect(JSON.parse(events[1]?.data ?? '')).toMatchObject({ code: 'shutting-down', status: 503 });
  expect((await given.promise).aborted).toBe(true);
  await closed;
});

test('after the time of grace a JSON reply that is not there yet is a problem document', async () => {
  const began = deferred();
  const server = await serve(
    async function* (signal) {
      began.resolve();
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('interrupted'));
        });
      });
      yield* EVENTS;
    },
    { graceMs: 0 },
  );
  const reply = post(`${server.url}/api/chat`, { question: 'q' });
  await began.promise;
  const closed = server.close();
  expect(await (await reply).json()).toMatchObject({ code: 'shutting-down' });
  await closed;
});

test('a client that never stops sending its request does not hold the server up', async () => {
  const server = await serve(undefined, { graceMs: 0 });
  const body = new ReadableStream({
    pull: (controller) => {
      controller.enqueue(new TextEncoder().encode(' '));
      return new Promise(() => undefined);
    },
  });
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half' as const,
  };
  const hanging = fetch(`${server.url}/api/chat`, init).catch(() => 'cut');
  await fetch(`${server.url}/livez`);
  await server.close();
  expect(await hanging).toBe('cut');
});

test('who sends many requests without waiting for replies is cut off; who waits is not', async () => {
  let asked = 0;
  const never = new Promise<never>(() => undefined);
  const { url } = await serve(async function* () {
    asked += 1;
    yield await never;
  });
  const { hostname, port } = new URL(url);
  const body = '{"question":"a"}';
  const question =
    `POST /api/chat HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${body.length}\r\n\r\n${body}`;
  const socket = connect(Number(port), hostname);
  const closed = once(socket, 'close');
  socket.on('error', () => undefined);
  socket.write(question.repeat(200));
  await closed;
  expect(asked).toBeLessThanOrEqual(16);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let i = 0; i < 20; i += 1) {
    const status = await new Promise((resolve) => {
      request(`${url}/livez`, { agent }, (reply) => {
        reply.resume().once('end', () => {
          resolve(reply.statusCode);
        });
      }).end();
    });
    expect(status).toBe(200);
  }
  agent.destroy();
});
