// What an index costs as it grows: node --import tsx bench/size.ts --passages 1000,10000
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.js';
import { median, quantile, rounded } from './quantiles.js';
import { saveResults } from './save-results.js';
import type { BuildOptions, BuildResult } from './size/build-main.js';
import { runChild } from './size/child.js';
import type { ServeOptions, ServeResult } from './size/serve-main.js';

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,10000' },
    /** Folder of `.txt` files, one paragraph a line. */
    texts: { type: 'string', default: fileURLToPath(new URL('../corpus/', import.meta.url)) },
    /** Real sentences that are embedded; what they are recombined to has vectors made of theirs. */
    pool: { type: 'string', default: '3000' },
    rounds: { type: 'string', default: '3' },
    /** Every so many of the judged questions. */
    every: { type: 'string', default: '1' },
    /** Leaves the comparison with exact search out, which holds all vectors as JavaScript numbers. */
    'no-exact': { type: 'boolean', default: false },
    /** Keeps the folder with texts and index. */
    keep: { type: 'boolean', default: false },
  },
});

const rows = [];
for (const passages of values.passages.split(',').map(Number)) {
  const row = await measure(passages);
  rows.push(row);
  console.log(row);
}
console.table(rows);
await saveResults('size', { machine: describeMachine(), rows });

async function measure(passages: number): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'declaration-chat-size-'));
  const [load = NaN] = loadavg();
  try {
    const { texts } = values;
    const build: BuildOptions = { folder, texts, passages, pool: Number(values.pool) };
    const built = await runChild<BuildResult>('build-main.ts', build);
    console.error(`${passages} passages built: ${JSON.stringify(built)}`);
    const serve: ServeOptions = {
      indexDir: join(folder, 'index'),
      rounds: Number(values.rounds),
      every: Number(values.every),
    };
    const served = await runChild<ServeResult>('serve-main.ts', serve);
    const exact = values['no-exact']
      ? undefined
      : await runChild<ServeResult>('serve-main.ts', { ...serve, rounds: 0, exact: true });
    return { ...rowOf(built, served), ...quality(served, exact), load: rounded(load, 1) };
  } finally {
    if (values.keep) console.error(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

function rowOf(built: BuildResult, served: ServeResult): Record<string, number> {
  const { paragraphs, entries, textBytes, indexBytes, seconds, peakBytes } = built;
  const { before, opened, after, startSeconds, latenciesMs } = served;
  // Of a question's rounds the fastest was least in the way of what else the machine does.
  const fastest = latenciesMs.map((rounds) => Math.min(...rounds));
  const each = (bytes: number): number => rounded(bytes / 1024 / paragraphs, 2);
  return {
    paragraphs,
    entries,
    realParagraphs: built.realParagraphs,
    unknownTexts: built.unknownTexts,
    buildSeconds: rounded(seconds, 1),
    buildPeakMb: rounded(peakBytes / 2 ** 20, 0),
    textKbEach: each(textBytes),
    indexKbEach: each(indexBytes),
    startSeconds: rounded(startSeconds, 2),
    startPeakMb: rounded(opened.peak / 2 ** 20, 0),
    anonymousKbEach: each(after.anonymous - before.anonymous),
    mappedKbEach: each(after.mapped - before.mapped),
    heapKbEach: each(after.heap - before.heap),
    p50Ms: rounded(median(latenciesMs.flat()), 2),
    p99Ms: rounded(quantile(latenciesMs.flat(), 0.99), 2),
    fastestP50Ms: rounded(median(fastest), 2),
    fastestP99Ms: rounded(quantile(fastest, 0.99), 2),
    cpuMs: rounded(served.cpuMs, 2),
  };
}

/** Of the ten best of exact search, how many are found, and how soon one that answers is. */
function quality(
  { found, ranks }: ServeResult,
  exact: ServeResult | undefined,
): Record<string, number> {
  const mean = (values: readonly number[]): number =>
    values.reduce((a, b) => a + b, 0) / values.length;
  const within = (k: number): number =>
    rounded(mean(ranks.map((rank) => (rank > 0 && rank <= k ? 1 : 0))), 3);
  const kept = exact?.found.map((all, i) => {
    const own = new Set(found[i]);
    return mean(all.map((one) => (own.has(one) ? 1 : 0)));
  });
  return {
    ...(kept && { recallAt10: rounded(mean(kept), 4) }),
    hitAt1: within(1),
    hitAt5: within(5),
  };
}
