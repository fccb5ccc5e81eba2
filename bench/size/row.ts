import { median, quantile, rounded } from '../quantiles.js';
import type { Opened, Round } from './contend.js';

/** What one engine costs at one size. */
export interface Row {
  /** From the saved index, or for engines that are filled anew from the texts, to one that answers. */
  readonly startSeconds: number;
  readonly startPeakMb: number;
  /** Resident memory a passage that is of no file, before the first question. */
  readonly readyKbEach: number;
  /** The same after all questions; of mapped files; of the JavaScript heap. */
  readonly anonymousKbEach: number;
  readonly mappedKbEach: number;
  readonly heapKbEach: number;
  /** Over all questions and rounds. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The same of each question's fastest round, which others on the machine disturbed least. */
  readonly fastestP50Ms: number;
  readonly fastestP99Ms: number;
  /** Processor time of a question, all threads. */
  readonly cpuMs: number;
  /** The median over ours, round by round; the median of these, the lowest and the highest. */
  readonly ratio: number;
  readonly ratioSpread: readonly [number, number];
  /** Of the ten that exact search finds, the share that is found. */
  readonly recallAt10?: number;
  /** Share of the judged questions with a paragraph that answers first, among the first five. */
  readonly hitAt1: number;
  readonly hitAt5: number;
  /** Mean of a question in each stage, where stages are told. */
  readonly stageMs?: Readonly<Record<string, number>>;
}

export interface RowInput {
  readonly opened: Opened;
  readonly told: readonly Round[];
  readonly passages: number;
  readonly ours: readonly Round[];
  /** The same engine with exact search. */
  readonly exact: Opened | undefined;
}

export function rowOf({ opened, told, passages, ours, exact }: RowInput): Row {
  const { before, ready, after, ranks } = opened;
  const questions = ranks.length;
  const latencies = told.map(({ latenciesMs }) => latenciesMs);
  const all = latencies.flat();
  const fastest = ranks.map((_, i) => Math.min(...latencies.map((round) => round[i] ?? NaN)));
  const ratios = latencies.map((round, i) => median(round) / median(ours[i]?.latenciesMs ?? []));
  const each = (bytes: number): number => rounded(bytes / 1024 / passages, 2);
  const within = (k: number): number =>
    rounded(mean(ranks.map((rank) => (rank > 0 && rank <= k ? 1 : 0))), 3);
  const recall = exact === undefined ? opened.recall : share(opened.found, exact.found);
  const stages = stageMeans(told, questions);
  return {
    startSeconds: rounded(opened.seconds, 2),
    startPeakMb: rounded(after.peak / 2 ** 20, 0),
    readyKbEach: each(ready.anonymous - before.anonymous),
    anonymousKbEach: each(after.anonymous - before.anonymous),
    mappedKbEach: each(after.mapped - before.mapped),
    heapKbEach: each(after.heap - before.heap),
    p50Ms: rounded(median(all), 2),
    p99Ms: rounded(quantile(all, 0.99), 2),
    fastestP50Ms: rounded(median(fastest), 2),
    fastestP99Ms: rounded(quantile(fastest, 0.99), 2),
    cpuMs: rounded(mean(told.map(({ cpuMs }) => cpuMs)) / questions, 2),
    ratio: Number(median(ratios).toPrecision(2)),
    ratioSpread: [rounded(Math.min(...ratios), 3), rounded(Math.max(...ratios), 3)],
    ...(recall === undefined ? {} : { recallAt10: rounded(recall, 4) }),
    hitAt1: within(1),
    hitAt5: within(5),
    ...(Object.keys(stages).length === 0 ? {} : { stageMs: stages }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Of what exact search finds. */
function share(found: Opened['found'], exact: Opened['found']): number {
  return mean(
    exact.map((all, i) => {
      const own = new Set(found[i]);
      return mean(all.map((one) => (own.has(one) ? 1 : 0)));
    }),
  );
}

function stageMeans(told: readonly Round[], questions: number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { stageMs } of told) {
    for (const [stage, ms] of Object.entries(stageMs)) sums[stage] = (sums[stage] ?? 0) + ms;
  }
  return Object.fromEntries(
    Object.entries(sums).map(([stage, ms]) => [stage, rounded(ms / questions / told.length, 3)]),
  );
}
