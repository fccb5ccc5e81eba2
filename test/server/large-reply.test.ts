import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SharedBytes, sendLarge } from '../../src/server/large-reply.js';
import { onReplyOver } from '../../src/server/reply-over.js';
import { fakeBackend, RIVERS, type FakeBackend } from '../support/fake-backend.js';
import { runApp, serveApp } from '../support/running-app.js';

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

describe('who asks for a large text', () => {
  const BODY = LARGE.repeat(10);

  /** A server, and of each reply whether all of it was handed on. */
  async function servingLarge(unreadMs: number): Promise<{
    readonly url: string;
    readonly whole: readonly boolean[];
  }> {
    const whole: boolean[] = [];
    const app = express();
    app.get('/large', (_req, res) => {
      onReplyOver(res, (isWhole) => whole.push(isWhole));
      sendLarge(res, BODY, { unreadMs });
    });
    return { url: await serveApp(app), whole };
  }

  test('and takes nothing of it is cut off', async () => {
    const { url, whole } = await servingLarge(100);
    const socket = await stalledReader(url, '/large');
    await expect.poll(() => whole, { timeout: 15_000 }).toEqual([false]);
    socket.resume();
    await once(socket, 'close');
    expect(socket.bytesRead).toBeLessThan(BODY.length);
  });

  test('and takes it slowly gets all of it', async () => {
    const unreadMs = 1_000;
    const { url, whole } = await servingLarge(unreadMs);
    const began = performance.now();
    const { body } = await fetch(`${url}/large`);
    if (body === null) throw new Error('There is no reply.');
    let [bytes, parts] = [0, 0];
    for await (const part of body as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (parts++ % 80 === 0) await wait(unreadMs / 2);
    }
    expect(bytes).toBe(BODY.length);
    expect(performance.now() - began).toBeGreaterThan(2 * unreadMs);
    await expect.poll(() => whole).toEqual([true]);
  });
});

test('bytes are made once as long as somebody has them', () => {
  const shared = new SharedBytes<object>();
  const key = {};
  const first = shared.of(key, () => 'a');
  expect(shared.of(key, () => 'b')).toBe(first);
  expect(shared.of({}, () => 'b').toString()).toBe('b');
});
