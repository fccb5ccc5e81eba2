// Draws what was measured: node --import tsx bench/plots.ts
import { readResults, savePicture } from './save-results.js';
import { readSizes, type Size } from './size/sizes.js';
import type { Row } from './size/row.js';
import { chart, stackedBars, type Series } from './svg/charts.js';

interface StageResults {
  readonly clients: Readonly<
    Record<
      string,
      {
        readonly stageMs: Readonly<Record<string, number>>;
        readonly modelsCpuMs: number;
        readonly mainThreadMs: Readonly<Record<string, number>>;
      }
    >
  >;
}

interface PeerResults {
  readonly quality: Readonly<Record<string, { readonly hitAt1: number }>>;
  readonly retrieval: Readonly<Record<string, { readonly fastestMs: number }>>;
}

/** Too small for a colour each. */
const JOINED: Readonly<Record<string, string>> = {
  lexical: 'search',
  vector: 'search',
  'score candidates': 'search',
  'load texts and vectors': 'search',
  fuse: 'fuse, read, choose',
  read: 'fuse, read, choose',
  choose: 'fuse, read, choose',
  'node itself': 'node, its garbage',
  'collect garbage': 'node, its garbage',
};

const sizes = await readSizes();
if (sizes.length > 0) await drawSizes(sizes);
const stages = (await readResults('stages')) as StageResults | undefined;
if (stages !== undefined) await drawStages(stages);
const peers = (await readResults('peers')) as PeerResults | undefined;
if (peers !== undefined) await drawPeers(peers);

async function drawSizes(measured: readonly Size[]): Promise<void> {
  const passages = { label: 'passages', log: true };
  const latency = seriesOf(measured, ({ fastestP50Ms }) => fastestP50Ms);
  await savePicture(
    'size-latency',
    chart({
      title: 'Retrieval of ten, embedding and reader apart',
      x: passages,
      y: { label: 'milliseconds, median', log: true },
      series: latency,
    }),
  );
  const memory = seriesOf(measured, ({ anonymousKbEach }) => anonymousKbEach);
  await savePicture(
    'size-memory',
    chart({
      title: 'Resident memory a passage',
      x: passages,
      y: { label: 'kilobytes', log: true },
      series: memory,
    }),
  );
}

/** One line an engine, over all sizes at which it was measured. */
function seriesOf(measured: readonly Size[], valueOf: (row: Row) => number): Series[] {
  const names = new Set(measured.flatMap(({ rows }) => Object.keys(rows)));
  return [...names].map((name) => ({
    name,
    points: measured.flatMap(({ built, rows: { [name]: row } }): [number, number][] =>
      row === undefined ? [] : [[built.paragraphs, valueOf(row)]],
    ),
  }));
}

function joined(parts: Readonly<Record<string, number>>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [part, ms] of Object.entries(parts)) {
    const name = JOINED[part] ?? part;
    sums[name] = (sums[name] ?? 0) + ms;
  }
  return sums;
}

async function drawStages({ clients }: StageResults): Promise<void> {
  const bars = Object.entries(clients).map(
    ([count, { modelsCpuMs, mainThreadMs }]) =>
      [
        `${count} ${count === '1' ? 'client' : 'clients'}`,
        { 'encoder and reader': modelsCpuMs, ...joined(mainThreadMs) },
      ] as const,
  );
  await savePicture(
    'stages',
    stackedBars({
      title: 'Processor time of a question, by what it is spent on',
      label: 'milliseconds',
      bars,
    }),
  );
}

async function drawPeers({ quality, retrieval }: PeerResults): Promise<void> {
  await savePicture(
    'peers',
    chart({
      title: 'The right paragraph first, and what that takes',
      x: { label: 'milliseconds of retrieval, median, embedding apart', log: true },
      y: { label: 'share of the judged questions' },
      series: Object.entries(retrieval).map(([name, { fastestMs }]) => ({
        name,
        points: [[fastestMs, quality[name]?.hitAt1 ?? 0]],
      })),
      joined: false,
    }),
  );
}
