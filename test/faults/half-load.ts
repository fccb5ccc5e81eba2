import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { postJson, quantile, send, type Sent } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { capacityOf, memoryMb } from './load.js';
import { serve } from './processes.js';

const AN_HOUR = 3_600;
/** At most; else as long as it is asked afterwards. */
const FULL_MS = 3_000;
/** Of the time, until all that is made once is there. */
const WARM_SHARE = 1 / 3;
/** Between them memory is cleared, however little is asked. */
const LOWS = 12;
/** In less time than this the lows still tell of the beginning. */
const TELLS_FROM_SECONDS = 300;
const GROWS_AT_MOST_MB_AN_HOUR = 30;
/** Less says nothing: the heap is cleared when it suits. */
const NOISE_MB = 15;

/** Whoever serves for long does not grow. The count is of seconds. */
export const halfLoad: FaultPart = {
  name: 'half-load',
  what: 'a second at half of what it can answer',
  full: AN_HOUR,
  try: (options) => inFolder((folder) => serveFor(folder, options)),
};

interface Sample {
  readonly seconds: number;
  readonly megabytes: number;
}

async function serveFor(folder: string, { count, tell }: TryOptions): Promise<Findings> {
  await writeTexts(folder, { lakes: aText('lakes', 60), rivers: aText('rivers', 60) });
  const server = await serve(folder);
  const agent = new Agent({ keepAlive: true });
  const ask = (i: number): Promise<Sent> => askOneWay(server.url, i, agent);
  const { rate } = await capacityOf(ask, Math.min(FULL_MS, count * 1_000));
  const [sent, samples]: [Sent[], Sample[]] = [[], []];
  const open = new Set<Promise<unknown>>();
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  for (let i = 0; passed() < count; i += 1) {
    const asked = ask(i).then((reply) => {
      open.delete(asked);
      sent.push(reply);
    });
    open.add(asked);
    if (passed() >= samples.length) {
      samples.push({ seconds: passed(), megabytes: await memoryMb(server.pid) });
      tell(Math.floor(passed()));
    }
    await wait(Math.max(0, (i + 1) * (2_000 / rate) - passed() * 1000));
  }
  await Promise.all(open);
  agent.destroy();
  await server.stop();
  return judge({ sent, samples, rate, count });
}

/** In turn as people and programs ask, each time something else. */
function askOneWay(url: string, i: number, agent: Agent): Promise<Sent> {
  const question = `Who shall protect ${i % 2 === 0 ? 'lakes' : 'rivers'} number ${i}?`;
  switch (i % 4) {
    case 0:
      return postJson(`${url}/api/chat`, { question }, agent);
    case 1:
      return postJson(`${url}/api/chat`, { question, stream: true }, agent);
    case 2:
      return postJson(`${url}/api/search`, { question }, agent);
    default:
      return send(`${url}/documents/rivers`, { agent });
  }
}

function judge({
  sent,
  samples,
  rate,
  count,
}: {
  readonly sent: readonly Sent[];
  readonly samples: readonly Sample[];
  readonly rate: number;
  readonly count: number;
}): Findings {
  const failed = new Map<number, number>();
  for (const { status } of sent) {
    if (status !== 200) failed.set(status, (failed.get(status) ?? 0) + 1);
  }
  const growth = slopeOf(lowsOf(samples)) * AN_HOUR;
  const tells = count >= TELLS_FROM_SECONDS;
  const grows = tells && growth > GROWS_AT_MOST_MB_AN_HOUR && (growth * count) / AN_HOUR > NOISE_MB;
  const [first, last] = [samples[0], samples.at(-1)];
  return {
    tried: count,
    lost: [
      ...[...failed].map(([status, count]) => `${count} replied to with status ${status}`),
      ...(grows ? [`grew by ${growth.toFixed(0)} MB an hour`] : []),
    ],
    figures: {
      'could answer': `${rate.toFixed(0)}/s`,
      asked: String(sent.length),
      'p95 answered': `${quantile(
        sent.map(({ ms }) => ms),
        0.95,
      ).toFixed(0)} ms`,
      memory: `${first?.megabytes.toFixed(0) ?? '?'} → ${last?.megabytes.toFixed(0) ?? '?'} MB`,
      ...(tells ? { 'slope of its lows': `${growth.toFixed(1)} MB an hour` } : {}),
    },
  };
}

/** The lowest of each stretch of time, without those of the beginning. */
function lowsOf(samples: readonly Sample[]): Sample[] {
  const warm = samples.slice(Math.floor(samples.length * WARM_SHARE));
  const each = Math.max(1, Math.floor(warm.length / LOWS));
  return Array.from({ length: Math.floor(warm.length / each) }, (_, i) =>
    warm
      .slice(i * each, (i + 1) * each)
      .reduce((low, next) => (next.megabytes < low.megabytes ? next : low)),
  );
}

/** Of the straight line that lies nearest, in megabytes a second. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [seconds, megabytes] = [mean((each) => each.seconds), mean((each) => each.megabytes)];
  const [both, alone] = [
    mean((each) => (each.seconds - seconds) * (each.megabytes - megabytes)),
    mean((each) => (each.seconds - seconds) ** 2),
  ];
  return alone === 0 ? 0 : both / alone;
}
