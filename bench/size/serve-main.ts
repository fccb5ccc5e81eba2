// Opens an index and asks it the judged questions, embedding and reader apart.
import type { Document } from '@langchain/core/documents';
import { bearsQuote, comparable } from '../../evaluation/gold-match.js';
import { openAnswering } from '../../src/composition/open-answering.js';
import { openModels } from '../../src/composition/open-models.js';
import { PROMPTS_DIR } from '../../src/composition/shipped-files.js';
import { readAnswerable } from '../judged.js';
import { childOptions, sendResult } from './child.js';
import { ExactStore } from './exact-store.js';
import { measureMemory, type Memory } from './memory.js';
import { RememberingEncoder } from '../remembering-encoder.js';

export interface ServeOptions {
  readonly indexDir: string;
  readonly rounds: number;
  /** Every so many of the questions. */
  readonly every: number;
  readonly exact?: boolean;
}

export interface ServeResult {
  /** From a process that has its code and the encoder to one that answers. */
  readonly startSeconds: number;
  readonly before: Memory;
  readonly opened: Memory;
  /** After all questions. */
  readonly after: Memory;
  /** Of each question in each round but the first, in which questions are embedded. */
  readonly latenciesMs: readonly (readonly number[])[];
  /** Processor time of a question, all threads; others on the machine do not change it. */
  readonly cpuMs: number;
  /** `DOCUMENT#LABEL` of the ten best of each question, best first. */
  readonly found: readonly (readonly string[])[];
  /** Rank of the first of them that answers; 0 where none does. */
  readonly ranks: readonly number[];
}

const { indexDir, rounds, every, exact = false } = childOptions() as ServeOptions;
const questions = (await readAnswerable()).filter((_, i) => i % every === 0);
const models = await openModels();
await models.ready();
const encoder = new RememberingEncoder(models.encoder);
const before = measureMemory();
const started = performance.now();
const { retriever } = await openAnswering({
  indexDir,
  encoder,
  log: console,
  promptsDir: PROMPTS_DIR,
  ...(exact ? { createVectorStore: (content) => Promise.resolve(new ExactStore(content)) } : {}),
});
const startSeconds = (performance.now() - started) / 1000;
const opened = measureMemory();
const found: string[][] = [];
const ranks: number[] = [];
for (const { question, gold_quotes: quotes } of questions) {
  const documents = await retriever.invoke(question);
  found.push(documents.map(addressOf));
  const right = documents.findIndex(({ pageContent }) =>
    quotes.some((quote) => bearsQuote(comparable(pageContent), quote)),
  );
  ranks.push(right + 1);
}
const cpuBefore = process.cpuUsage();
const latenciesMs = questions.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  for (const [i, { question }] of questions.entries()) {
    const asked = performance.now();
    await retriever.invoke(question);
    latenciesMs[i]?.push(performance.now() - asked);
  }
}
const cpu = process.cpuUsage(cpuBefore);
const cpuMs = (cpu.user + cpu.system) / 1000 / (questions.length * rounds);
const after = measureMemory();
const result: ServeResult = {
  ...{ startSeconds, before, opened, after },
  ...{ latenciesMs, cpuMs, found, ranks },
};
models.close();
sendResult(result);

function addressOf({ metadata }: Document): string {
  return `${String(metadata['documentId'])}#${String(metadata['paragraph'])}`;
}
