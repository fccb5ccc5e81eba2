// What an index costs as it grows: node --import tsx bench/size.ts --passages 1000,10000 --peers
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.js';
import type { BuildOptions, BuildResult } from './size/build-main.js';
import type { Opened, Round } from './size/contend.js';
import type { PeerOptions } from './size/peer-main.js';
import { rowOf, type Row } from './size/row.js';
import { ContenderProcess, runScript } from './size/scripts.js';
import type { ServeOptions } from './size/serve-main.js';
import { saveSize, type Size } from './size/sizes.js';

const OURS = 'declaration-chat';
/** Each with the most passages that it bears: what takes minutes or gigabytes beyond is left out. */
const PEERS: readonly (readonly [name: string, peer: PeerOptions['peer'], most: number])[] = [
  ['MiniSearch', 'minisearch', 200_000],
  ['Orama hybrid', 'orama', 20_000],
  ['LangChain HNSWLib', 'langchain', 200_000],
  ['hnswlib-node', 'hnswlib', 200_000],
];

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
    /** Beside other engines, on the same paragraphs and vectors. */
    peers: { type: 'boolean', default: false },
    /** A PostgreSQL database that is given the same, by its address: a schema of its own. */
    database: { type: 'string' },
    /** Leaves the comparison with exact search out, which holds all vectors as JavaScript numbers. */
    'no-exact': { type: 'boolean', default: false },
    /** Keeps the folder with texts and index. */
    keep: { type: 'boolean', default: false },
    /** A folder that was kept, in the place of building one. */
    reuse: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const every = Number(values.every);

for (const passages of values.passages.split(',').map(Number)) {
  const size = await measure(passages);
  console.log(`${passages} passages`, size.built);
  console.table(size.rows);
  console.log(size.rows[OURS]);
  await saveSize(size);
}

async function measure(passages: number): Promise<Size> {
  const folder = values.reuse ?? (await mkdtemp(join(tmpdir(), 'declaration-chat-size-')));
  const [load = NaN] = loadavg();
  try {
    const built =
      values.reuse === undefined
        ? await build(folder, passages)
        : (JSON.parse(await readFile(join(folder, 'built.json'), 'utf8')) as BuildResult);
    const rows = await measureRows(folder, built.paragraphs);
    const measuredAt = new Date().toISOString();
    return { measuredAt, passages, machine: { ...describeMachine(), load }, rounds, built, rows };
  } finally {
    if (values.keep || values.reuse !== undefined) console.error(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

function build(folder: string, passages: number): Promise<BuildResult> {
  const { texts, pool, peers: forPeers, database } = values;
  const options: BuildOptions = { folder, texts, passages, pool: Number(pool), forPeers, database };
  return runScript<BuildResult>('build-main.ts', options);
}

/** All are opened first, then asked in turns. */
async function measureRows(folder: string, passages: number): Promise<Record<string, Row>> {
  const serve: ServeOptions = { indexDir: join(folder, 'index'), every, exact: false };
  const contenders: (readonly [string, ContenderProcess, Round[]])[] = [
    [OURS, await ContenderProcess.start('serve-main.ts', serve), []],
  ];
  const { database } = values;
  if (database !== undefined) {
    const stored = await ContenderProcess.start('serve-main.ts', { ...serve, database });
    contenders.push([`${OURS} on PostgreSQL`, stored, []]);
  }
  if (values.peers) {
    for (const [name, peer, most] of PEERS) {
      if (passages > most) continue;
      const options: PeerOptions = { peer, folder, every };
      contenders.push([name, await ContenderProcess.start('peer-main.ts', options), []]);
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const [, contender, told] of contenders) told.push(await contender.round());
  }
  for (const [, contender] of contenders) await contender.stop();
  const exact = values['no-exact'] ? undefined : await askExactly(serve);
  const ours = contenders[0]?.[2] ?? [];
  return Object.fromEntries(
    contenders.map(([name, { opened }, told]) => [
      name,
      rowOf({ opened, told, passages, ours, exact: name.startsWith(OURS) ? exact : undefined }),
    ]),
  );
}

async function askExactly(serve: ServeOptions): Promise<Opened> {
  const contender = await ContenderProcess.start('serve-main.ts', { ...serve, exact: true });
  await contender.stop();
  return contender.opened;
}
