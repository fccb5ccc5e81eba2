import { setTimeout as wait } from 'node:timers/promises';
import { openStream, quantile } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { startHeldProvider } from './held-provider.js';
import { serve } from './processes.js';

const WITHIN_MS = 250;
const GIVEN_UP_MS = 5_000;

/** Who leaves is not worked for any more: the chat model is told so as well. */
export const leaving: FaultPart = {
  name: 'leaving-clients',
  what: 'a client leaves while a chat model answers',
  full: 500,
  try: (options) => inFolder((folder) => leaveOver(folder, options)),
};

async function leaveOver(folder: string, { count, tell }: TryOptions): Promise<Findings> {
  await writeTexts(folder, { lakes: aText('lakes', 5) });
  const provider = await startHeldProvider();
  const server = await serve(folder, provider.env);
  const lost: string[] = [];
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const stream = openStream(server.url, 'Who shall protect lakes?');
    const { closed } = await provider.next();
    const left = performance.now();
    stream.leave();
    const ms = (await Promise.race([closed, wait(GIVEN_UP_MS, Infinity)])) - left;
    times.push(ms);
    if (ms > WITHIN_MS) lost.push(`client ${i}: the model was told after ${ms.toFixed(0)} ms`);
    tell(i + 1);
  }
  provider.stop();
  await server.stop();
  return { tried: count, lost, figures: { 'p95 told': `${quantile(times, 0.95).toFixed(0)} ms` } };
}
