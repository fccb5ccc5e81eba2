import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.js';
import { quantile, rounded } from './quantiles.js';
import { startServer } from './server-process.js';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const CONCURRENCY = 8;
const WARM_UP_MS = 2000;
const ROUND_MS = 5000;
/** Both are measured in turns, so that what else the machine does meets both. */
const ROUNDS = 3;

export interface AnsweringRow {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Requests per second over those of the echo. */
  readonly ofEcho: number;
}

export interface AnsweringResult {
  readonly concurrency: number;
  readonly questions: number;
  readonly rows: Readonly<Record<string, AnsweringRow>>;
}

interface Contender {
  readonly name: string;
  readonly url: string;
  readonly latenciesMs: number[];
  seconds: number;
}

/**
 * Questions per second of the chat endpoint, and of an endpoint that only parses JSON and sends it
 * back.
 */
export async function benchAnswering(): Promise<AnsweringResult> {
  const bodies = await requestBodies();
  const index = await mkdtemp(join(tmpdir(), 'declaration-chat-bench-'));
  const command = [
    join(PROJECT, 'dist/bin/declaration-chat.js'),
    'serve',
    '--corpus',
    join(PROJECT, 'corpus'),
    '--index',
    index,
  ];
  const chat = await startServer(command, { PORT: '0' });
  const echo = await startServer([
    '--import',
    'tsx',
    fileURLToPath(new URL('echo-server.ts', import.meta.url)),
  ]);
  const contenders: readonly Contender[] = [
    { name: 'Express echo', url: echo.url, latenciesMs: [], seconds: 0 },
    { name: 'POST /api/chat', url: `${chat.url}/api/chat`, latenciesMs: [], seconds: 0 },
  ];
  try {
    for (const { url } of contenders) {
      await load({ url, bodies, concurrency: CONCURRENCY, durationMs: WARM_UP_MS });
    }
    for (let round = 1; round <= ROUNDS; round++) {
      for (const contender of contenders) await measure(contender, bodies, round);
    }
  } finally {
    await Promise.all([chat.stop(), echo.stop()]);
    await rm(index, { recursive: true, force: true });
  }
  return { concurrency: CONCURRENCY, questions: bodies.length, rows: toRows(contenders) };
}

async function measure(
  contender: Contender,
  bodies: readonly string[],
  round: number,
): Promise<void> {
  const { latenciesMs, seconds } = await load({
    url: contender.url,
    bodies,
    concurrency: CONCURRENCY,
    durationMs: ROUND_MS,
  });
  contender.latenciesMs.push(...latenciesMs);
  contender.seconds += seconds;
  console.log(
    `${contender.name}, round ${round} of ${ROUNDS}: ${Math.round(latenciesMs.length / seconds)} a second`,
  );
}

function toRows(contenders: readonly Contender[]): Record<string, AnsweringRow> {
  const perSecond = ({ latenciesMs, seconds }: Contender): number => latenciesMs.length / seconds;
  const [echo] = contenders;
  const baseline = echo === undefined ? NaN : perSecond(echo);
  return Object.fromEntries(
    contenders.map((contender) => [
      contender.name,
      {
        perSecond: rounded(perSecond(contender), 0),
        p50Ms: rounded(quantile(contender.latenciesMs, 0.5), 2),
        p99Ms: rounded(quantile(contender.latenciesMs, 0.99), 2),
        ofEcho: rounded(perSecond(contender) / baseline, 3),
      },
    ]),
  );
}

/** The judged questions of the project, answerable and not, as they are sent. */
async function requestBodies(): Promise<string[]> {
  const lines = await readFile(join(PROJECT, 'test/judged/questions.jsonl'), 'utf8');
  const questions = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { question: string; history?: readonly object[] });
  return questions.map(({ question, history = [] }) =>
    JSON.stringify({ messages: [...history, { role: 'user', content: question }] }),
  );
}
