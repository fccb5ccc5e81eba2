// Where a question's time goes, over HTTP: node --import tsx bench/stages.ts
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { questionBodies, startChatServer } from './chat-server.js';
import { load } from './load.js';
import { describeMachine } from './machine.js';
import { processorTime } from './processor-time.js';
import { median, quantile, rounded } from './quantiles.js';
import { saveResults } from './save-results.js';
import { scrape, type Counted } from './scrape.js';
import type { ServerProcess } from './server-process.js';
import { stageShares, type CpuProfile } from './stage-shares.js';

const CLIENTS = [1, 16, 128];
const WARM_UP_MS = 3000;
const MEASURED_MS = 8000;
/** From the sources: a bundle does not tell which room a function stands in. */
const PROGRAM = [
  ...['--import', 'tsx', '--import', fileURLToPath(new URL('profile-hook.mjs', import.meta.url))],
  fileURLToPath(new URL('../src/bin/declaration-chat.ts', import.meta.url)),
];
const LOOK_EVERY_MS = 50;

interface Cost {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refused: number;
  /** Mean of a question, none part of another. */
  readonly stageMs: Readonly<Record<string, number>>;
  /** Processor time of a question: of the models' process, and of the server's, all threads. */
  readonly modelsCpuMs: number;
  readonly serverCpuMs: number;
  /** Of the latter, by what the main thread worked for. */
  readonly mainThreadMs: Readonly<Record<string, number>>;
}

const folder = await mkdtemp(join(tmpdir(), 'declaration-chat-profile-'));
const profile = join(folder, 'profile.json');
const [before = NaN] = loadavg();
const server = await startChatServer(PROGRAM, { BENCH_PROFILE: profile });
const results: Record<string, Cost> = {};
try {
  for (const clients of CLIENTS) results[clients] = await measure(server, clients);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
show('Mean milliseconds of a question in each stage, waiting included', ({ stageMs }) => stageMs);
show(
  'Processor time of the server a question, by what it worked for',
  ({ mainThreadMs }) => mainThreadMs,
);
show('A question', ({ perSecond, p50Ms, p99Ms, refused, modelsCpuMs, serverCpuMs }) => ({
  ...{ perSecond, p50Ms, p99Ms, refused, modelsCpuMs, serverCpuMs },
}));
await saveResults('stages', { machine: { ...describeMachine(), load: before }, clients: results });

async function measure({ url, pid }: ServerProcess, clients: number): Promise<Cost> {
  const bodies = await questionBodies();
  const asking = { url: `${url}/api/chat`, bodies, concurrency: clients };
  await load({ ...asking, durationMs: WARM_UP_MS });
  const [countedBefore, cpuBefore] = [await scrape(url), processorTime(pid)];
  process.kill(pid, 'SIGUSR2');
  const { latenciesMs, seconds, refused } = await load({ ...asking, durationMs: MEASURED_MS });
  const cpu = processorTime(pid);
  process.kill(pid, 'SIGUSR2');
  const shares = stageShares(await profileAt(profile));
  await rm(profile);
  const counted = await scrape(url);
  const replies = counted.replies - countedBefore.replies;
  const each = (value: number): number => rounded(value / replies, 3);
  const whole = each((counted.replySeconds - countedBefore.replySeconds) * 1000);
  const serverCpuMs = each(cpu.own - cpuBefore.own);
  const sampled = [...shares.values()].reduce((a, b) => a + b, 0);
  return {
    perSecond: rounded(latenciesMs.length / seconds, 1),
    p50Ms: rounded(median(latenciesMs), 2),
    p99Ms: rounded(quantile(latenciesMs, 0.99), 2),
    refused: rounded(refused / (refused + latenciesMs.length), 3),
    stageMs: apart(stageMeans(countedBefore, counted), whole),
    modelsCpuMs: each(cpu.started - cpuBefore.started),
    serverCpuMs,
    // Samples are taken by the clock, also while others have the processor: their shares count.
    mainThreadMs: Object.fromEntries(
      [...shares]
        .sort(([, a], [, b]) => b - a)
        .map(([stage, ms]) => [stage, rounded((ms / sampled) * serverCpuMs, 3)]),
    ),
  };
}

function stageMeans(before: Counted, after: Counted): Record<string, number> {
  const replies = after.replies - before.replies;
  return Object.fromEntries(
    Object.entries(after.stageSeconds).map(([stage, seconds]) => {
      const ms = (seconds - (before.stageSeconds[stage] ?? 0)) * 1000;
      return [stage, rounded(ms / replies, 3)];
    }),
  );
}

/**
 * What lies within the answer is taken out of it. Waiting is what the reply took beyond the answer:
 * that of who was refused is none of it.
 */
function apart(
  { wait: _, answer = 0, ...inner }: Record<string, number>,
  whole: number,
): Record<string, number> {
  const told = Object.values(inner).reduce((sum, ms) => sum + ms, 0);
  return {
    'wait, request, reply': rounded(whole - answer, 3),
    ...inner,
    'rest of the answer': rounded(answer - told, 3),
  };
}

/** It is written a moment after it was asked for. */
async function profileAt(path: string): Promise<CpuProfile> {
  for (;;) {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as CpuProfile;
    } catch {
      await wait(LOOK_EVERY_MS);
    }
  }
}

function show(title: string, of: (cost: Cost) => Readonly<Record<string, number>>): void {
  console.log(title);
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([clients, cost]) => [`${clients} clients`, of(cost)]),
    ),
  );
}
