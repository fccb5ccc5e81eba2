// What generated answers cost: node --import tsx bench/generated.ts, after a build.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSentence } from '../src/generative/verification/check-sentence.js';
import { CitationParser } from '../src/generative/reply-parser/citation-parser.js';
import { MAX_EVIDENCE_WORDS } from '../src/generative/settings.js';
import { numberEvidence } from '../src/generative/numbered-evidence.js';
import { loadConfig } from '../src/bin/config.js';
import { loadModels, openAnswering } from '../src/bin/composition-root.js';
import { prepareProbe } from '../src/retrieval/search/probe.js';
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
  return [...prompt.matchAll(/^\[(\d+)\] (.+[.!?])$/gmu)]
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

/**
 * Parsing, embedding and checking of single sentences, in this process: time of the processor,
 * which other programs do not change.
 */
async function measureChecking(index: string): Promise<Row> {
  const config = loadConfig({ CORPUS_DIR: join(PROJECT, 'corpus'), INDEX_DIR: index });
  const models = await loadModels(config);
  const { encoder: embeddings } = models;
  const engine = await openAnswering(config, models);
  const durations: number[] = [];
  const asked = await questions();
  for (const [place, question] of [...asked.slice(0, WARM_UP), ...asked].entries()) {
    const retrieval = await engine.retriever.retrieve(
      { messages: [{ role: 'user', content: question }] },
      { topK: 8 },
    );
    const evidence = numberEvidence(
      retrieval.evidence.map(({ paragraph }) => paragraph),
      { maxWords: MAX_EVIDENCE_WORDS },
    );
    const started = process.cpuUsage();
    const parser = new CitationParser(evidence.sentences.length);
    const stated = faithful(evidence.text)
      .flatMap((sentence) => sentence.split(/(?<= )/u))
      .flatMap((word) => parser.push(word));
    stated.push(...parser.end());
    for (const { text, numbers } of stated) {
      const cited = numbers.flatMap((number) => evidence.sentences[number - 1] ?? []);
      checkSentence(engine.index, {
        stated: await prepareProbe(embeddings, text),
        cited,
        question,
      });
    }
    const { user, system } = process.cpuUsage(started);
    if (place >= WARM_UP) durations.push((user + system) / 1000 / Math.max(1, stated.length));
  }
  return toRow(durations, 5);
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
    'parsing and checking a sentence, processor time': await measureChecking(index),
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
