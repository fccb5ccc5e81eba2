import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { postJson, quantile, type Sent } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { watchLiveness } from './liveness.js';
import { capacityOf, memoryMb, type Capacity } from './load.js';
import { ownProcessors } from './own-processors.js';
import { serve } from './processes.js';

/** As many times what it can do is asked of it. */
const TIMES = 10;
const REFUSED_WITHIN_MS = 50;
const SLOWER_AT_MOST = 2;
const ALIVE_WITHIN_MS = 50;
const FULL_MS = 8_000;
/** Who have come all at once may wait for longer than who come all the time. */
const RUSH_MS = 1_000;
const GROWS_AT_MOST_MB = 50;

/** More is asked than can be answered: what is too much is refused at once, the rest goes on. */
export const overload: FaultPart = {
  name: 'overload',
  what: `${TIMES} times what it can answer is asked`,
  full: 3_000,
  try: async (options) => {
    const processors = ownProcessors();
    try {
      return await inFolder((folder) => askOver(folder, processors.prefix, options));
    } finally {
      processors.restore();
    }
  },
};

async function askOver(
  folder: string,
  prefix: readonly string[],
  { count, tell }: TryOptions,
): Promise<Findings> {
  await writeTexts(folder, { lakes: aText('lakes', 20) });
  const server = await serve(folder, {}, prefix);
  const agent = new Agent({ keepAlive: true });
  const ask = (i: number): Promise<Sent> =>
    postJson(`${server.url}/api/chat`, { question: `Who shall protect lakes number ${i}?` }, agent);
  const full = await capacityOf(ask, FULL_MS);
  const sent: Promise<Sent>[] = [];
  // By then the heap is as large as so many take.
  let atHalf = 0;
  const liveness = await watchLiveness(server.url);
  const pauseMs = 1000 / (full.rate * TIMES);
  const began = performance.now();
  for (let i = 0; i < count; i += 1) {
    sent.push(ask(i));
    tell(i + 1);
    if (i === Math.floor(count / 2)) atHalf = await memoryMb(server.pid);
    const late = began + (i + 1) * pauseMs - performance.now();
    if (late > 1) await wait(late);
  }
  const all = await Promise.all(sent);
  const live = await liveness.end();
  const after = await memoryMb(server.pid);
  agent.destroy();
  await server.stop();
  const rush = Math.ceil(RUSH_MS / pauseMs);
  return judge({ all, rush, live, full, grownMb: after - atHalf });
}

function judge({
  all,
  rush,
  live,
  full,
  grownMb,
}: {
  readonly all: readonly Sent[];
  /** So many were asked in the rush. */
  readonly rush: number;
  readonly live: readonly number[];
  readonly full: Capacity;
  readonly grownMb: number;
}): Findings {
  const times = (sent: readonly Sent[], ...statuses: readonly number[]): number[] =>
    sent.filter(({ status }) => statuses.includes(status)).map(({ ms }) => ms);
  const [answered, refused, cut] = [times(all, 200), times(all, 503, 429), times(all, 0)];
  const answeredMs = quantile(times(all.slice(rush), 200), 0.95);
  const rushMs = quantile(times(all.slice(0, rush), 200), 0.95);
  const refusedMs = quantile(refused, 0.95);
  const liveMs = quantile(live, 0.95);
  const lost: string[] = [];
  const others = all.length - answered.length - refused.length;
  if (others > 0) lost.push(`${others} were neither answered nor refused, ${cut.length} cut`);
  if (refusedMs > REFUSED_WITHIN_MS) lost.push(`refused after ${refusedMs.toFixed(0)} ms`);
  if (answeredMs > SLOWER_AT_MOST * full.p95Ms) {
    lost.push(`answered in ${answeredMs.toFixed(0)} ms`);
  }
  if (liveMs > ALIVE_WITHIN_MS) lost.push(`/livez after ${liveMs.toFixed(0)} ms`);
  if (grownMb > GROWS_AT_MOST_MB) lost.push(`grew by ${grownMb.toFixed(0)} MB`);
  return {
    tried: all.length,
    lost,
    figures: {
      'could answer': `${full.rate.toFixed(0)}/s`,
      answered: String(answered.length),
      'p95 answered': `${full.p95Ms.toFixed(0)} → ${answeredMs.toFixed(0)} ms`,
      'in the first second': `${rushMs.toFixed(0)} ms`,
      'p50, p95 refused': `${quantile(refused, 0.5).toFixed(0)}, ${refusedMs.toFixed(0)} ms`,
      'p95, max of /livez': `${liveMs.toFixed(0)}, ${quantile(live, 1).toFixed(0)} ms`,
      'memory grew in the second half': `${grownMb.toFixed(0)} MB`,
    },
  };
}
