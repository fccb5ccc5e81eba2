import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import express, { type Response } from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { openEventStream } from '../../src/server/event-stream.js';

/** A reply to a client that has sent its request and reads nothing until told. */
async function toSlowClient(): Promise<{ readonly res: Response; readonly client: Socket }> {
  const app = express();
  const replied = new Promise<Response>((resolve) => {
    app.get('/', (_req, res) => {
      resolve(res);
    });
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.pause();
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { res: await replied, client };
}

/** More than the sockets' buffers of both sides hold on any system. */
const FLOOD = 'x'.repeat(32 * 1024 * 1024);

test('a send waits until the client has taken enough', async () => {
  const { res, client } = await toSlowClient();
  const stream = openEventStream(res, { signal: new AbortController().signal });
  let taken = false;
  const sending = stream.send('delta', FLOOD).then(() => {
    taken = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(res.writableNeedDrain).toBe(true);
  expect(taken).toBe(false);
  client.resume();
  await sending;
  expect(taken).toBe(true);
});

test('a send to a client that never reads ends with the abort, for its reason', async () => {
  const { res } = await toSlowClient();
  const controller = new AbortController();
  const stream = openEventStream(res, { signal: controller.signal });
  const sending = stream.send('delta', FLOOD);
  const reason = new Error('the client left');
  controller.abort(reason);
  await expect(sending).rejects.toBe(reason);
  await expect(stream.send('delta', 'more')).rejects.toBe(reason);
});
