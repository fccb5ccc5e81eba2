import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { send } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { memoryMb } from './load.js';
import { serve } from './processes.js';

const MOST_MB = 50;
const PARAGRAPHS = 6_000;
const PATHS = ['/api/documents/large', '/documents/large', '/documents/large/source'];

/** Who asks for a large text and takes nothing of it, is not held much for. */
export const stalledReaders: FaultPart = {
  name: 'stalled-readers',
  what: 'a reader takes nothing of a large document',
  full: 20,
  try: (options) => inFolder((folder) => stallOver(folder, options)),
};

async function stallOver(folder: string, { count, tell }: TryOptions): Promise<Findings> {
  await writeTexts(folder, { large: aText('lakes', PARAGRAPHS) });
  const server = await serve(folder);
  const { hostname, port } = new URL(server.url);
  // What is made once for all is there before.
  const sizes = await Promise.all(PATHS.map((path) => send(`${server.url}${path}`, {})));
  const before = await memoryMb(server.pid);
  const sockets: Socket[] = [];
  for (let i = 0; i < count; i += 1) {
    const path = PATHS[i % PATHS.length] ?? '/';
    const socket = connect(Number(port), hostname);
    socket.pause().on('error', () => undefined);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    sockets.push(socket);
    await wait(100);
    tell(i + 1);
  }
  await wait(2_000);
  const grown = (await memoryMb(server.pid)) - before;
  for (const socket of sockets) socket.destroy();
  await server.stop();
  const megabytes = sizes.map(({ body }) => (Buffer.byteLength(body) / 2 ** 20).toFixed(1));
  return {
    tried: count,
    lost: grown > MOST_MB ? [`the server grew by ${grown.toFixed(0)} MB`] : [],
    figures: { replies: `${megabytes.join(', ')} MB`, 'memory grew': `${grown.toFixed(0)} MB` },
  };
}
