import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Chance } from './chance.js';
import { postJson, quantile } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { serve } from './processes.js';

/** They have to be gone after so long. */
const GONE_AFTER_MS = 20_000;
const HONEST = 100;
/** Each sends one more byte so often. */
const DRIP_MS = 1_000;
const SLOWER_AT_MOST = 3;

const BEGINNINGS = [
  'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
  'POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n' +
    'Content-Length: 9000\r\n\r\n{"question":"',
  'G',
];

/** Clients that never come to an end are gone after a while, and nobody else waits for them. */
export const slowClients: FaultPart = {
  name: 'slow-clients',
  what: 'a client that sends a byte a second',
  full: 2_000,
  try: (options) => inFolder((folder) => dripOver(folder, options)),
};

async function dripOver(folder: string, { count, seed, tell }: TryOptions): Promise<Findings> {
  await writeTexts(folder, { lakes: aText('lakes', 5) });
  const server = await serve(folder);
  const { hostname, port } = new URL(server.url);
  const chance = new Chance(seed);
  const quietMs = await honest(server.url);
  const sockets = new Set<Socket>();
  const began = performance.now();
  for (let i = 0; i < count; i += 1) {
    const socket = connect(Number(port), hostname, () => socket.write(chance.of(BEGINNINGS)));
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
    // Read, so that its end is noticed.
    socket.resume();
    if (i % 100 === 0) await wait(5);
  }
  const drip = setInterval(() => {
    for (const socket of sockets) socket.write('x');
  }, DRIP_MS);
  const loaded = honest(server.url);
  while (sockets.size > 0 && performance.now() - began < 3 * GONE_AFTER_MS) {
    await wait(250);
    tell(count - sockets.size);
  }
  const goneMs = performance.now() - began;
  clearInterval(drip);
  const left = sockets.size;
  for (const socket of sockets) socket.destroy();
  const loadedMs = await loaded;
  await server.stop();
  const lost: string[] = [];
  if (goneMs > GONE_AFTER_MS) {
    lost.push(`${left} of ${count} were there after ${Math.round(goneMs / 1000)} s`);
  }
  const [quiet, slow] = [quantile(quietMs, 0.95), quantile(loadedMs, 0.95)];
  if (slow > SLOWER_AT_MOST * quiet) lost.push(`others waited ${slow.toFixed(0)} ms`);
  if (loadedMs.some((ms) => ms === Infinity)) lost.push('others were refused');
  return {
    tried: count,
    lost,
    figures: {
      'all gone after': `${(goneMs / 1000).toFixed(1)} s`,
      'p95 of others': `${quiet.toFixed(0)} → ${slow.toFixed(0)} ms`,
    },
  };
}

/** How long questions of others take, one after the other; Infinity for one that is not answered. */
async function honest(url: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < HONEST; i += 1) {
    const { status, ms } = await postJson(`${url}/api/search`, { question: `What of lakes ${i}?` });
    times.push(status === 200 ? ms : Infinity);
    await wait(20);
  }
  return times;
}
