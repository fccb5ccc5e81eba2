import { bearsQuote, comparable } from '../../evaluation/gold-match.js';
import type { JudgedQuestion } from '../judged.js';
import { measureMemory, type Memory } from './memory.js';

export interface Found {
  /** Names a passage. */
  readonly id: string;
  readonly text: string;
}

export interface Opened {
  /** From the code and the input to an engine that answers. */
  readonly seconds: number;
  readonly before: Memory;
  /** Before it was asked anything. */
  readonly ready: Memory;
  readonly after: Memory;
  /** The ten best of each question, best first. */
  readonly found: readonly (readonly string[])[];
  /** Rank of the first of them that answers; 0 where none does. */
  readonly ranks: readonly number[];
  /** Share of the ten nearest that are found; of engines that only look for these. */
  readonly recall?: number;
}

export interface Round {
  /** Of each question. */
  readonly latenciesMs: readonly number[];
  /** Processor time of the round, all threads: others on the machine do not change it. */
  readonly cpuMs: number;
  /** Milliseconds in each stage, where stages are told. */
  readonly stageMs: Readonly<Record<string, number>>;
}

export interface Engine {
  readonly search: (question: JudgedQuestion) => Promise<readonly Found[]>;
  readonly recall?: () => Promise<number>;
  /** Since it was last asked. */
  readonly takeStages?: () => Record<string, number>;
}

/** Opens an engine, says what that took, then asks it whenever the process is told to. */
export async function contend(
  questions: readonly JudgedQuestion[],
  open: () => Promise<Engine>,
): Promise<void> {
  const before = measureMemory();
  const started = performance.now();
  const engine = await open();
  const seconds = (performance.now() - started) / 1000;
  const ready = measureMemory();
  const found: string[][] = [];
  const ranks: number[] = [];
  for (const question of questions) {
    const passages = await engine.search(question);
    found.push(passages.map(({ id }) => id));
    ranks.push(1 + passages.findIndex((passage) => answers(passage, question)));
  }
  const recall = await engine.recall?.();
  engine.takeStages?.();
  const opened: Opened = {
    ...{ seconds, before, ready, after: measureMemory(), found, ranks },
    ...(recall === undefined ? {} : { recall }),
  };
  process.on('message', () => {
    void askAll(engine, questions).then((round) => process.send?.(round));
  });
  process.send?.(opened);
}

async function askAll(engine: Engine, questions: readonly JudgedQuestion[]): Promise<Round> {
  const cpuBefore = process.cpuUsage();
  const latenciesMs: number[] = [];
  for (const question of questions) {
    const asked = performance.now();
    await engine.search(question);
    latenciesMs.push(performance.now() - asked);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return { latenciesMs, cpuMs: (user + system) / 1000, stageMs: engine.takeStages?.() ?? {} };
}

function answers({ text }: Found, { gold_quotes: quotes }: JudgedQuestion): boolean {
  const passage = comparable(text);
  return quotes.some((quote) => bearsQuote(passage, quote));
}
