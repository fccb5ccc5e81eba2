import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createClient, RequestFailedError } from '../../src/client/client.js';
import type { ChatEvent } from '../../src/protocol.js';
import { ANSWER, CITATION, EVENTS, fakeBackend, PASSAGE } from '../support/fake-backend.js';
import { runApp } from '../support/running-app.js';

async function collected(events: AsyncIterable<ChatEvent>): Promise<ChatEvent[]> {
  const all: ChatEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** A client whose server replies with these pieces of an event stream. */
function streaming(pieces: readonly Uint8Array[]): ReturnType<typeof createClient> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return createClient({
    server: 'https://chat.example.org',
    fetch: () => Promise.resolve(new Response(body)),
  });
}

describe('the client', () => {
  test('gets what the server has', async () => {
    const backend = { ...fakeBackend(), suggest: () => ['Who decides on dams?'] };
    const { url } = await runApp(backend);
    const client = createClient({ server: `${url}/` });
    expect(await client.ask('Who decides on dams?')).toEqual(ANSWER);
    expect(await collected(client.stream('Who decides on dams?'))).toEqual(EVENTS);
    expect((await client.search({ question: 'dams', topK: 3 })).passages).toEqual([PASSAGE]);
    expect((await client.documents()).documents.map(({ id }) => id)).toEqual([
      'rivers-1999',
      'lakes-2001',
    ]);
    const { text } = await client.document('rivers-1999');
    expect(text.slice(CITATION.start, CITATION.end)).toBe(CITATION.quote);
    expect((await client.suggestions()).suggestions).toEqual(['Who decides on dams?']);
    const within = await client.suggestions({ documents: ['rivers-1999', 'lakes-2001'] });
    expect(within.suggestions).toEqual(['Who decides on dams?']);
    await expect(client.suggestions({ documents: ['seas'] })).rejects.toMatchObject({
      status: 404,
    });
    expect(backend.calls).toMatchObject([{ of: 'answer' }, { of: 'answer' }, { topK: 3 }]);
  });

  test('leads to the words of a citation, and to the paragraph of a passage', async () => {
    const { url } = await runApp(fakeBackend());
    const client = createClient({ server: url });
    expect(client.addressOf(CITATION)).toBe(`${url}/documents/rivers-1999?quote=49-75#p2`);
    expect(client.addressOf(PASSAGE)).toBe(`${url}/documents/rivers-1999#p2`);
    expect(await (await fetch(client.addressOf(CITATION))).text()).toContain('<mark');
  });

  test('fails with what the server says is wrong', async () => {
    const { url } = await runApp(fakeBackend());
    const client = createClient({ server: url });
    const failure = await client.ask(' ').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RequestFailedError);
    expect(failure).toMatchObject({ status: 400, problem: { code: 'invalid-request' } });
    await expect(client.document('seas')).rejects.toMatchObject({ status: 404 });
  });

  test('fails where a stream ends in an error, or without an answer', async () => {
    const { url } = await runApp(
      fakeBackend({
        *events() {
          yield* EVENTS.slice(0, 3);
          throw new Error('disk');
        },
      }),
    );
    const failing = collected(createClient({ server: url }).stream('q'));
    await expect(failing).rejects.toMatchObject({ problem: { code: 'internal' } });
    const cut = streaming([new TextEncoder().encode('event: delta\ndata: {"text":"a"}\n\n')]);
    await expect(collected(cut.stream('q'))).rejects.toBeInstanceOf(RequestFailedError);
    const broken = streaming([new TextEncoder().encode('event: answer\ndata: {"answ\n\n')]);
    await expect(collected(broken.stream('q'))).rejects.toMatchObject({ status: 200 });
    const notWhole = streaming([new TextEncoder().encode('event: answer\ndata: {}\n\n')]);
    await expect(collected(notWhole.stream('q'))).rejects.toMatchObject({ status: 200 });
  });

  test('takes a server that says nothing for 45 seconds for gone', async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
    const client = createClient({
      server: 'https://chat.example.org',
      fetch: (_, init) =>
        Promise.resolve(
          new Response(
            new ReadableStream<Uint8Array>({
              start(controller) {
                setTimeout(() => {
                  controller.enqueue(encoded(': ping\n\n'));
                }, 40_000);
                init?.signal?.addEventListener('abort', () => {
                  controller.error(init.signal?.reason);
                });
              },
            }),
          ),
        ),
    });
    let failure: unknown;
    const reading = collected(client.stream('q')).catch((error: unknown) => (failure = error));
    await vi.advanceTimersByTimeAsync(84_000);
    expect(failure).toBeUndefined();
    await vi.advanceTimersByTimeAsync(2_000);
    await reading;
    expect(failure).toBeInstanceOf(RequestFailedError);
  });

  test('ends with its signal, and tells the server', async () => {
    const backend = fakeBackend({
      async *events(signal) {
        yield* EVENTS.slice(0, 3);
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
      },
    });
    const { url } = await runApp(backend);
    const abort = new AbortController();
    const reading = (async () => {
      for await (const { type } of createClient({ server: url }).stream('q', {
        signal: abort.signal,
      })) {
        if (type === 'delta') abort.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
    await expect.poll(() => backend.calls[0]?.signal.aborted).toBe(true);
  });
});

test('a stream reads the same wherever its pieces are cut', async () => {
  const words = ': ping\r\n\r\nevent: passages\rdata: {"query":"é",\rdata: "passages":[]}\r\r';
  const answer = `later: x\n\nevent: news\ndata: 1\n\nevent: answer\ndata:${JSON.stringify(ANSWER)}\n\n`;
  const bytes = new TextEncoder().encode(words + answer);
  const expected = [
    { type: 'passages', query: 'é', passages: [] },
    { type: 'answer', reply: ANSWER },
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const pieces = at.slice(1).map((end, piece) => bytes.slice(at[piece], end));
      expect(await collected(streaming(pieces).stream('q'))).toEqual(expected);
    }),
  );
});
