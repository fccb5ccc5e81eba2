// What generated answers cost: node --import tsx bench/generated.ts, after a build.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChatProvider, type ChatProvider } from './chat-provider.js';
import { describeMachine } from './machine.js';
import { median, quantile, rounded } from './quantiles.js';
import { startServer } from './server-process.js';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
/** Every sixth judged question: 30 that the texts answer. */
const EVERY = 6;
const WARM_UP = 3;

interface Row {
  readonly n: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly mostMs: number;
  readonly allowedMs: number;
}

function toRow(values: readonly number[], allowedMs: number): Row {
  return {
    n: values.length,
    medianMs: rounded(median(values), 2),
    p95Ms: rounded(quantile(values, 0.95), 2),
    mostMs: rounded(Math.max(...values), 2),
    allowedMs,
  };
}

/**
 * The first numbered sentences of a prompt that end as sentences do, as a faithful model would
 * repeat them.
 */
function faithful(prompt: string): string[] {
  return [...prompt.matchAll(/^\[S(\d+)\] (.+[.!?])$/gmu)]
    .slice(0, 4)
    .map(([, number = '', text = '']) => `${text} [${number}] `);
}

async function questions(): Promise<string[]> {
  const lines = (await readFile(join(PROJECT, 'test/judged/questions.jsonl'), 'utf8'))
    .split('\n')
    .filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as { question: string; answerable: boolean })
    .filter(({ answerable }, i) => answerable && i % EVERY === 0)
    .map(({ question }) => question);
}

/** Asks for an event stream; resolves with the reply when its head has come. */
function ask(url: string, question: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    request(`${url}/api/chat`, { method: 'POST', headers, agent: false }, resolve)
      .once('error', reject)
      .end(JSON.stringify({ question, stream: true }));
  });
}

/** When the first delta has come; undefined where the answer is not the model's. */
async function firstDeltaAt(response: IncomingMessage): Promise<number | undefined> {
  let at: number | undefined;
  let text = '';
  for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (at === undefined && text.includes('event: delta')) at = performance.now();
  }
  return text.includes('"mode":"generative"') && text.includes('"answered":true') ? at : undefined;
}

async function measureDelay(url: string, provider: ChatProvider): Promise<Row> {
  const delays: number[] = [];
  const asked = await questions();
  // The first answer of a process takes longer: it loads what speaks to the provider.
  for (const question of asked.slice(0, WARM_UP)) await firstDeltaAt(await ask(url, question));
  for (const question of asked) {
    const at = await firstDeltaAt(await ask(url, question));
    if (at !== undefined) delays.push(at - provider.firstSentenceAt());
  }
  return toRow(delays, 50);
}

async function measureAbort(url: string, provider: ChatProvider): Promise<Row> {
  const delays: number[] = [];
  for (const question of await questions()) {
    const response = await ask(url, question);
    const speaking = await new Promise<boolean>((resolve) => {
      response
        .setEncoding('utf8')
        .on('error', () => undefined)
        .on('data', (text: string) => {
          if (text.includes('event: delta')) resolve(true);
        })
        .on('end', () => {
          resolve(false);
        });
    });
    if (!speaking || Number.isNaN(provider.firstSentenceAt())) continue;
    const leftAt = performance.now();
    response.destroy();
    delays.push((await provider.left()) - leftAt);
  }
  return toRow(delays, 250);
}

const { cpu, cores, node } = describeMachine();
console.log(`${cpu}, ${cores} cores, Node ${node}`);
const index = await mkdtemp(join(tmpdir(), 'declaration-chat-bench-'));
const provider = await startChatProvider(faithful);
const command = [
  join(PROJECT, 'dist/bin/declaration-chat.js'),
  'serve',
  '--corpus',
  join(PROJECT, 'corpus'),
  '--index',
  index,
];
const server = await startServer(command, {
  PORT: '0',
  CHAT_MODEL: 'bench',
  CHAT_BASE_URL: provider.baseUrl,
});
try {
  const rows = {
    'first delta after the provider’s first whole sentence': await measureDelay(
      server.url,
      provider,
    ),
    'request to the provider closed after the visitor left': await measureAbort(
      server.url,
      provider,
    ),
  };
  console.table(rows);
  process.exitCode = Object.values(rows).every(
    ({ n, medianMs, allowedMs }) => n > 0 && medianMs <= allowedMs,
  )
    ? 0
    : 1;
} finally {
  await server.stop();
  await provider.stop();
  await rm(index, { recursive: true, force: true });
}
