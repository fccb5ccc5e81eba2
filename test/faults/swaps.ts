import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChatReply } from '../../src/protocol.js';
import { openStream, postJson, send } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { inFolder, writeTexts } from './folders.js';
import { startHeldProvider, type HeldProvider } from './held-provider.js';
import { serve } from './processes.js';

const STREAMS = 50;
const SEARCHERS = 4;
const SEARCHED_EVERY_MS = 100;
/** With those that wait for the model, a stream is under way for several generations. */
const ANSWERED_AFTER_MS = 6_000;
const FIRST_ROUND = 1_000;
const QUESTION = 'What shall the Parties do about lakes?';

/** Generations are taken up while answers are under way: each is of one of them, and none fails. */
export const swaps: FaultPart = {
  name: 'swaps',
  what: `a generation taken up under load, ${STREAMS} streams open`,
  full: 100,
  try: (options) => inFolder((folder) => swapOver(folder, options)),
};

/** Every paragraph tells the generation that it is of. */
function lakesOf(year: number): string {
  const lines = ['protect', 'clean', 'measure', 'open'].map(
    (verb, i) => `${i + 1}. The Parties shall ${verb} lakes as agreed in round ${year}.`,
  );
  return `Declaration on Lakes\n\n${lines.join('\n\n')}\n`;
}

async function swapOver(folder: string, { count, tell }: TryOptions): Promise<Findings> {
  await writeTexts(folder, { lakes: lakesOf(FIRST_ROUND) });
  const provider = await startHeldProvider();
  const server = await serve(folder, { ...provider.env, QUESTIONS_AT_ONCE: String(STREAMS + 14) });
  const load = new Load(server.url);
  void answerAll(provider, load.ending.signal);
  const lost: string[] = [];
  try {
    load.begin();
    for (let i = 1; i <= count; i += 1) {
      const round = FIRST_ROUND + i;
      await writeFile(join(folder, 'corpus/lakes.txt'), lakesOf(round));
      const { status, body } = await send(`${server.url}/admin/reload`, { method: 'POST' });
      if (status !== 200) lost.push(`swap ${i}: ${status} ${body.slice(0, 200)}`);
      const now = await postJson(`${server.url}/api/search`, { question: QUESTION });
      if (!roundsIn(now.body).has(String(round))) lost.push(`swap ${i}: what was before is served`);
      tell(i);
    }
    await load.end();
  } finally {
    load.ending.abort();
    provider.stop();
    await server.stop();
  }
  return {
    tried: count,
    lost: [...lost, ...load.lost],
    figures: { streams: String(load.streams), searches: String(load.searches) },
  };
}

/** Answers each request of a model a while after it came. */
async function answerAll(provider: HeldProvider, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { answer } = await provider.next();
    void wait(ANSWERED_AFTER_MS).then(() => {
      answer('The Parties shall clean lakes [1].');
    });
  }
}

/** Those who ask meanwhile: streams that are long under way, and searches. */
class Load {
  readonly ending = new AbortController();
  readonly lost: string[] = [];
  readonly #url: string;
  #asking: Promise<unknown> = Promise.resolve();
  streams = 0;
  searches = 0;

  constructor(url: string) {
    this.#url = url;
  }

  begin(): void {
    this.#asking = Promise.all([
      ...Array.from({ length: STREAMS }, () => this.#untilEnd(() => this.#stream())),
      ...Array.from({ length: SEARCHERS }, () => this.#untilEnd(() => this.#search())),
    ]);
  }

  async end(): Promise<void> {
    this.ending.abort();
    await this.#asking;
  }

  async #untilEnd(ask: () => Promise<string | undefined>): Promise<void> {
    while (!this.ending.signal.aborted) {
      const fault = await ask();
      if (fault !== undefined) this.lost.push(fault);
    }
  }

  async #stream(): Promise<string | undefined> {
    const fault = await openStream(this.#url, QUESTION).events.then(mixtureIn, String);
    this.streams += 1;
    return fault && `stream: ${fault}`;
  }

  async #search(): Promise<string | undefined> {
    const { status, body } = await postJson(`${this.#url}/api/search`, { question: QUESTION });
    this.searches += 1;
    await wait(SEARCHED_EVERY_MS);
    if (status !== 200) return `search: ${status} ${body.slice(0, 100)}`;
    return roundsIn(body).size === 1 ? undefined : 'search: of several generations, or none';
  }
}

/** What is wrong with the events of an answer: it holds several generations, or is none. */
function mixtureIn(
  events: readonly { readonly name: string; readonly data: unknown }[],
): string | undefined {
  const answer = events.find(({ name }) => name === 'answer')?.data as ChatReply | undefined;
  if (answer === undefined) return `no answer: ${JSON.stringify(events).slice(0, 200)}`;
  if (answer.citations.length === 0) return 'an answer without a citation';
  const rounds = roundsIn(JSON.stringify(events));
  return rounds.size === 1 ? undefined : `an answer of generations ${[...rounds].join(', ')}`;
}

function roundsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/round (\d+)/gu), ([, round = '']) => round));
}
