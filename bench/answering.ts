import { questionBodies, startChatServer, startEchoServer } from './chat-server.js';
import { load } from './load.js';
import { quantile, rounded } from './quantiles.js';

const CLIENTS = [1, 16, 128];
const WARM_UP_MS = 2000;
const ROUND_MS = 4000;
/** Both are measured in turns, so that what else the machine does meets both. */
const ROUNDS = 3;

export interface AnsweringRow {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The 99th percentile over the median. */
  readonly p99ToP50: number;
  /** Requests per second over those of the echo, and the lowest and highest of a round. */
  readonly ofEcho: number;
  readonly ofEchoSpread: readonly [number, number];
  /** Of all requests, told to come again. */
  readonly refused: number;
}

export interface AnsweringResult {
  readonly questions: number;
  /** By clients and who answered. */
  readonly rows: Readonly<Record<string, AnsweringRow>>;
}

interface Contender {
  readonly name: string;
  readonly url: string;
  readonly perSecond: number[];
  readonly latenciesMs: number[];
  refused: number;
}

/**
 * Questions per second of the chat endpoint, and of an endpoint that only parses JSON and sends it
 * back.
 */
export async function benchAnswering(): Promise<AnsweringResult> {
  const bodies = await questionBodies();
  const chat = await startChatServer();
  const echo = await startEchoServer();
  const rows: Record<string, AnsweringRow> = {};
  try {
    for (const clients of CLIENTS) {
      const contenders: readonly Contender[] = [
        { name: 'Express echo', url: echo.url, perSecond: [], latenciesMs: [], refused: 0 },
        {
          name: 'POST /api/chat',
          url: `${chat.url}/api/chat`,
          ...{ perSecond: [], latenciesMs: [], refused: 0 },
        },
      ];
      for (const { url } of contenders) {
        await load({ url, bodies, concurrency: clients, durationMs: WARM_UP_MS });
      }
      for (let round = 0; round < ROUNDS; round++) {
        for (const contender of contenders) await measure(contender, bodies, clients);
      }
      Object.assign(rows, toRows(contenders, clients));
    }
  } finally {
    await Promise.all([chat.stop(), echo.stop()]);
  }
  return { questions: bodies.length, rows };
}

async function measure(
  contender: Contender,
  bodies: readonly string[],
  concurrency: number,
): Promise<void> {
  const { url } = contender;
  const { latenciesMs, seconds, refused } = await load({
    ...{ url, bodies, concurrency },
    durationMs: ROUND_MS,
  });
  contender.latenciesMs.push(...latenciesMs);
  contender.perSecond.push(latenciesMs.length / seconds);
  contender.refused += refused;
}

function toRows(contenders: readonly Contender[], clients: number): Record<string, AnsweringRow> {
  const mean = (values: readonly number[]): number =>
    values.reduce((a, b) => a + b, 0) / values.length;
  const [echo] = contenders;
  return Object.fromEntries(
    contenders.map(({ name, perSecond, latenciesMs, refused }) => {
      const shares = perSecond.map((value, round) => value / (echo?.perSecond[round] ?? NaN));
      const [p50, p99] = [quantile(latenciesMs, 0.5), quantile(latenciesMs, 0.99)];
      return [
        `${name}, ${clients} ${clients === 1 ? 'client' : 'clients'}`,
        {
          perSecond: rounded(mean(perSecond), 1),
          p50Ms: rounded(p50, 2),
          p99Ms: rounded(p99, 2),
          p99ToP50: rounded(p99 / p50, 1),
          ofEcho: rounded(quantile(shares, 0.5), 4),
          ofEchoSpread: [rounded(Math.min(...shares), 4), rounded(Math.max(...shares), 4)],
          refused: rounded(refused / (refused + latenciesMs.length), 3),
        },
      ];
    }),
  );
}
