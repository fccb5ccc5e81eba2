import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { SharedBytes } from '../../src/server/large-reply.js';
import { fakeBackend, RIVERS, type FakeBackend } from '../support/fake-backend.js';
import { runApp } from '../support/running-app.js';

const LARGE = 'A river is a river. '.repeat(200_000);

/** Asks for a large text and takes nothing of it. */
async function stalledReader(url: string, path: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  onTestFinished(() => void socket.destroy());
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve);
  });
  return socket;
}

function largeBackend(onAsked: () => void): FakeBackend {
  const backend = fakeBackend({ documents: [{ ...RIVERS, id: 'large', text: LARGE }] });
  return {
    ...backend,
    documents: {
      ...backend.documents,
      get: (id) => {
        onAsked();
        return backend.documents.get(id);
      },
    },
  };
}

test('twenty who take nothing of a large text hold it once', async () => {
  let asked = 0;
  const { url } = await runApp(
    largeBackend(() => {
      asked++;
    }),
  );
  await (await fetch(`${url}/api/documents/large`)).text();
  const before = process.memoryUsage().arrayBuffers;
  await Promise.all(Array.from({ length: 20 }, () => stalledReader(url, '/api/documents/large')));
  await expect.poll(() => asked, { timeout: 15_000 }).toBe(21);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2.5 * LARGE.length);
});

test('bytes are made once as long as somebody has them', () => {
  const shared = new SharedBytes<object>();
  const key = {};
  const first = shared.of(key, () => 'a');
  expect(shared.of(key, () => 'b')).toBe(first);
  expect(shared.of({}, () => 'b').toString()).toBe('b');
});
