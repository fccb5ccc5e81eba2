import { describe, expect, test } from 'vitest';
import { DeclarationChatError } from '../../src/errors.js';
import type { ChatEvent, Problem } from '../../src/protocol.js';
import { deferred } from '../support/deferred.js';
import { ANSWER, EVENTS, fakeBackend } from '../support/fake-backend.js';
import { eventsIn, linesUntil } from '../support/read-event-stream.js';
import { post, runApp } from '../support/running-app.js';

const SECRET = 'ENOENT: no such file /srv/secret/index.bin';

describe('the JSON form', () => {
  test('is the reply of the last event', async () => {
    const backend = fakeBackend();
    const { url } = await runApp(backend);
    const response = await post(`${url}/api/chat`, { question: '  Who decides on dams?  ' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe(JSON.stringify(ANSWER));
    expect(backend.calls).toMatchObject([
      { of: 'answer', inquiry: { messages: [{ role: 'user', content: 'Who decides on dams?' }] } },
    ]);
    expect(backend.calls[0]?.signal.aborted).toBe(false);
  });

  test.each([
    { name: 'an unexpected error', thrown: new Error(SECRET), status: 500, code: 'internal' },
    {
      name: 'a damaged index',
      thrown: new DeclarationChatError('index-corrupt', SECRET),
      status: 503,
      code: 'index-corrupt',
    },
    {
      name: 'something that is no error',
      thrown: SECRET as unknown as Error,
      status: 500,
      code: 'internal',
    },
  ])(
    'of $name is a problem document that tells its number and no more',
    async ({ thrown, status, code }) => {
      const backend = fakeBackend({
        *events() {
          throw thrown;
        },
      });
      const { url, incidents } = await runApp(backend);
      for (const stream of [false, true]) {
        const response = await post(`${url}/api/chat`, { question: 'a', stream });
        expect(response.status).toBe(status);
        const text = await response.text();
        expect(text).not.toMatch(/secret|ENOENT|\.ts\b|at /);
        const problem = JSON.parse(text) as Problem;
        expect(problem.code).toBe(code);
        expect(incidents.at(-1)).toMatchObject({
          method: 'POST',
          path: '/api/chat',
          error: thrown,
        });
        expect(problem.instance).toBe(`urn:uuid:${incidents.at(-1)?.id ?? ''}`);
      }
      expect(incidents).toHaveLength(2);
    },
  );

  test('of events without an answer is a problem document', async () => {
    const { url, incidents } = await runApp(fakeBackend({ events: () => EVENTS.slice(0, 3) }));
    expect((await post(`${url}/api/chat`, { question: 'a' })).status).toBe(500);
    expect(incidents).toHaveLength(1);
  });
});

describe('the event stream', () => {
  test.each([
    ['stream: true', { question: 'q', stream: true }, {}],
    ['the Accept header', { question: 'q' }, { accept: 'text/event-stream' }],
    [
      'the Accept header that likes it better',
      { question: 'q' },
      { accept: 'application/json;q=0.5, text/event-stream' },
    ],
  ])(
    'is chosen by %s; in the end it holds the JSON form byte for byte',
    async (_how, body, headers) => {
      const { url } = await runApp(fakeBackend());
      const response = await post(`${url}/api/chat`, body, { headers });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
      expect(response.headers.get('x-accel-buffering')).toBe('no');
      const events = eventsIn(await response.text());
      expect(events.map(({ event }) => event)).toEqual(EVENTS.map(({ type }) => type));
      expect(events.at(-1)?.data).toBe(
        await (await post(`${url}/api/chat`, { question: 'q' })).text(),
      );
      const deltas = events
        .filter(({ event }) => event === 'delta')
        .map(({ data }) => (JSON.parse(data) as { text: string }).text);
      expect(deltas.join('')).toBe(ANSWER.answer);
    },
  );

  test.each([
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['application/json, text/event-stream', 'application/json'],
    ['text/event-stream, application/json', 'text/event-stream'],
  ])('Accept: %s gets %s', async (accept, type) => {
    const { url } = await runApp(fakeBackend());
    const response = await post(`${url}/api/chat`, { question: 'q' }, { headers: { accept } });
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    await response.text();
  });

  test('keeps each event on its own line, whatever the texts hold', async () => {
    const text = 'one\ntwo\r\nthree\u2028\n\nevent: answer\ndata: {}\n\n: ping';
    const events: readonly ChatEvent[] = [
      { type: 'delta', text },
      { type: 'answer', reply: { ...ANSWER, answer: text } },
    ];
    const { url } = await runApp(fakeBackend({ events: () => events }));
    const received = eventsIn(
      await (await post(`${url}/api/chat`, { question: 'q', stream: true })).text(),
    );
    expect(received.map(({ event }) => event)).toEqual(['delta', 'answer']);
    expect(JSON.parse(received[0]?.data ?? '')).toEqual({ text });
  });

  test('ends with one error event when the work fails after it began', async () => {
    const backend = fakeBackend({
      *events() {
        yield* EVENTS.slice(0, 3);
        throw new Error(SECRET);
      },
    });
    const { url, incidents } = await runApp(backend);
    const response = await post(`${url}/api/chat`, { question: 'q', stream: true });
    expect(response.status).toBe(200);
    const events = eventsIn(await response.text());
    expect(events.map(({ event }) => event)).toEqual(['passages', 'citation', 'delta', 'error']);
    const problem = JSON.parse(events.at(-1)?.data ?? '') as Problem;
    expect(problem).toMatchObject({
      status: 500,
      code: 'internal',
      instance: `urn:uuid:${incidents[0]?.id ?? ''}`,
    });
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  test('ends with an error event when the events end without an answer, and nothing follows an answer', async () => {
    const cut = await runApp(fakeBackend({ events: () => EVENTS.slice(0, 2) }));
    const cutEvents = eventsIn(
      await (await post(`${cut.url}/api/chat`, { question: 'q', stream: true })).text(),
    );
    expect(cutEvents.map(({ event }) => event)).toEqual(['passages', 'citation', 'error']);
    const long = await runApp(fakeBackend({ events: () => [...EVENTS, ...EVENTS] }));
    const longEvents = eventsIn(
      await (await post(`${long.url}/api/chat`, { question: 'q', stream: true })).text(),
    );
    expect(longEvents.map(({ event }) => event)).toEqual(EVENTS.map(({ type }) => type));
  });

  test('sends each event when it is there, and comments while there is none', async () => {
    const pinged = deferred();
    const backend = fakeBackend({
      async *events() {
        yield* EVENTS.slice(0, 1);
        await pinged.promise;
        yield* EVENTS.slice(1);
      },
    });
    const { url } = await runApp(backend, { pingIntervalMs: 5 });
    const response = await post(`${url}/api/chat`, { question: 'q', stream: true });
    const { text, rest } = await linesUntil(response, ': ping');
    expect(text).toMatch(/^event: passages\n/);
    pinged.resolve();
    expect(eventsIn(text + (await rest())).map(({ event }) => event)).toEqual(
      EVENTS.map(({ type }) => type),
    );
  });
});

describe('a client that leaves', () => {
  test.each([true, false])('ends the work (stream: %s)', async (stream) => {
    const began = deferred();
    const ended = deferred<AbortSignal>();
    const backend = fakeBackend({
      async *events(signal) {
        try {
          if (stream) yield* EVENTS.slice(0, 1);
          began.resolve();
          await new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reject(new Error('interrupted'));
            });
          });
        } finally {
          ended.resolve(signal);
        }
      },
    });
    const { url, incidents } = await runApp(backend);
    const client = new AbortController();
    const response = post(
      `${url}/api/chat`,
      { question: 'q', stream },
      { signal: client.signal },
    ).catch(() => undefined);
    await Promise.all([began.promise, stream ? response : undefined]);
    client.abort();
    expect((await ended.promise).aborted).toBe(true);
    await response;
    expect(incidents).toEqual([]);
  });

  test('is not waited for by work that ignores the signal: its iterator is returned', async () => {
    const returned = deferred();
    const first = EVENTS.slice(0, 1)[Symbol.iterator]();
    const backend = {
      ...fakeBackend(),
      answer: (): AsyncIterable<ChatEvent> => ({
        [Symbol.asyncIterator]: () => ({
          next: () => {
            const event = first.next();
            return event.done === true
              ? new Promise<never>(() => undefined)
              : Promise.resolve(event);
          },
          return: () => {
            returned.resolve();
            return Promise.resolve({ done: true, value: undefined });
          },
        }),
      }),
    };
    const { url } = await runApp(backend);
    const client = new AbortController();
    await post(`${url}/api/chat`, { question: 'q', stream: true }, { signal: client.signal });
    client.abort();
    await returned.promise;
  });
});

describe('what reaches the work', () => {
  test('is the conversation as it was, the documents once each, and control characters as spaces', async () => {
    const backend = fakeBackend();
    const { url } = await runApp(backend);
    const messages = [
      { role: 'user', content: 'Who decides\u0000 on\tdams?' },
      { role: 'assistant', content: 'By consent. [1]\n' },
      { role: 'user', content: ' And on 🌊 and naïve e\u0301? ' },
    ];
    await post(`${url}/api/chat`, {
      messages,
      documents: ['lakes-2001', 'rivers-1999', 'lakes-2001'],
    });
    expect(backend.calls).toMatchObject([
      {
        inquiry: {
          messages: [
            { role: 'user', content: 'Who decides  on\tdams?' },
            { role: 'assistant', content: 'By consent. [1]' },
            { role: 'user', content: 'And on 🌊 and naïve e\u0301?' },
          ],
          documents: ['lakes-2001', 'rivers-1999'],
        },
      },
    ]);
  });

  test.each([
    ['a question at its length', { question: 'x'.repeat(4_000) }],
    [
      'a long answer in the history',
      {
        messages: [
          { role: 'user', content: 'a' },
          { role: 'assistant', content: 'x'.repeat(20_000) },
          { role: 'user', content: 'b' },
        ],
      },
    ],
    ['fifty messages', { messages: Array(50).fill({ role: 'user', content: 'a' }) }],
    ['a byte order mark', '\ufeff{"question":"a"}'],
  ])('may be %s', async (_name, body) => {
    const { url } = await runApp(fakeBackend());
    expect((await post(`${url}/api/chat`, body)).status).toBe(200);
  });

  test('has no documents where the request names none', async () => {
    const backend = fakeBackend();
    const { url } = await runApp(backend);
    await post(`${url}/api/chat`, { question: 'a' });
    expect(backend.calls[0]?.inquiry).toEqual({ messages: [{ role: 'user', content: 'a' }] });
  });
});
