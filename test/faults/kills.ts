import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import type { Encoder } from '../../src/ports/encoder.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';
import { Chance } from './chance.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { startCommand } from './processes.js';

const SETTLED = /^(?:generation-[\w-]+|manifest\.json)$/u;

/** Ends ingest at any moment: an index that can be read is there afterwards. */
export const kills: FaultPart = {
  name: 'kills',
  what: 'ingest killed at a random moment',
  full: 300,
  try: (options) => inFolder((folder) => killOver(folder, options)),
};

async function killOver(folder: string, { count, seed, tell }: TryOptions): Promise<Findings> {
  const chance = new Chance(seed);
  const lost: string[] = [];
  await writeTexts(folder, { rivers: aText('rivers', 20), lakes: aText('lakes', 20) });
  const began = performance.now();
  await startCommand(['ingest'], { cwd: folder }).ended;
  const wholeMs = performance.now() - began;
  let [killed, taken] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    const before = (await readIndex(folder)).generation;
    // So that there is something to build each time.
    await writeFile(join(folder, 'corpus/lakes.txt'), aText(`lakes of year ${i}`, 20));
    const { child, ended } = startCommand(['ingest'], { cwd: folder });
    const done = await Promise.race([ended, wait(chance.share() * wholeMs)]);
    if (done === undefined) killed += 1;
    child.kill('SIGKILL');
    await ended;
    const { generation, fault } = await readIndex(folder);
    if (fault !== undefined) lost.push(`kill ${i}: ${fault}`);
    if (generation !== before) taken += 1;
    tell(i + 1);
  }
  await startCommand(['ingest'], { cwd: folder }).ended;
  const left = (await readdir(join(folder, 'index'))).filter((name) => !SETTLED.test(name));
  if (left.length > 0) lost.push(`left behind: ${left.join(', ')}`);
  return {
    tried: count,
    lost,
    figures: { 'before its end': String(killed), 'new generation': String(taken) },
  };
}

/** Opens an index by what it says of its model; only the files count here. */
async function readIndex(
  folder: string,
): Promise<{ readonly generation?: string; readonly fault?: string }> {
  const index = new IndexDirectory(join(folder, 'index'));
  try {
    const manifest = await index.readManifest();
    if (manifest === undefined) return { fault: 'there is no index' };
    const encoder: Encoder = Object.assign(new RecordingEmbeddings(), manifest.embedding);
    const { damage, index: opened } = await index.open(encoder);
    const { documents } = opened;
    if (documents.length !== 2) return { fault: `it has ${documents.length} documents` };
    return { generation: manifest.generation, ...(damage === undefined ? {} : { fault: damage }) };
  } catch (error) {
    return { fault: String(error) };
  }
}
