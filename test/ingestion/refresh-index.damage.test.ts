import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeManifest } from '../../src/adapters/index-store/manifest-file.js';
import { VectorLog } from '../../src/adapters/vector-cache/vector-log.js';
import type { IndexManifest } from '../../src/ports/index-storage.js';
import { anIndexedDocument } from '../support/indexed-documents.js';
import { openIndex } from '../support/opened-index.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';
import { aBench, type Bench } from '../support/refreshed-index.js';

const RIVERS = anIndexedDocument('rivers', ['Rivers belong to all.', 'Dams need consent.']);
const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);
const GRAPH = 'hnswlib.index';

/** Two generations: one with the rivers, and then one with the lakes too. */
async function aBenchOfTwo(): Promise<
  Bench & { readonly before: IndexManifest; readonly present: IndexManifest }
> {
  const bench = await aBench();
  const { manifest: before } = await bench.refresh([RIVERS]);
  const { manifest: present } = await bench.refresh([RIVERS, LAKES]);
  return { ...bench, before, present };
}

async function damage(folder: string, ...path: readonly string[]): Promise<void> {
  const file = join(folder, ...path);
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe('a present generation that is damaged', () => {
  test('is served from the one before until the next build', async () => {
    const { folder, storage, before, present } = await aBenchOfTwo();
    await damage(folder, present.generation, GRAPH);
    const opened = await openIndex(storage, new RecordingEmbeddings());
    expect(opened.manifest).toEqual(before);
    expect(opened.documents.map(({ id }) => id)).toEqual(['rivers']);
    expect(opened.damage).toContain(`${GRAPH} is damaged: its SHA-256 differs`);
  });

  test('is kept under another name, and the next is built upon the one before', async () => {
    const { folder, storage, refresh, before, present } = await aBenchOfTwo();
    await damage(folder, present.generation, GRAPH);
    const outcome = await refresh([RIVERS, LAKES]);
    expect(outcome).toMatchObject({ embedded: ['lakes'], reused: ['rivers'] });
    expect(outcome.discarded).toBeUndefined();
    const aside = `set-aside-${present.generation}`;
    expect(outcome.replaced).toBe(
      `${join(folder, present.generation, GRAPH)} is damaged: its SHA-256 differs from the ` +
        `manifest. It is kept as ${aside}`,
    );
    expect((await readdir(folder)).sort()).toEqual(
      [before.generation, outcome.manifest.generation, 'manifest.json', aside].sort(),
    );
    expect(await readdir(join(folder, aside))).toContain(GRAPH);
    expect((await openIndex(storage, new RecordingEmbeddings())).documents).toHaveLength(2);
  });

  test('takes the one before with it where both share what is damaged', async () => {
    const { folder, refresh, present } = await aBenchOfTwo();
    const rivers = present.documents.find(({ id }) => id === 'rivers');
    await damage(folder, present.generation, `${rivers?.sha256 ?? ''}.f32`);
    const outcome = await refresh([RIVERS, LAKES]);
    expect(outcome).toMatchObject({ embedded: ['lakes', 'rivers'], reused: [] });
    expect(outcome.discarded).toContain('.f32 is damaged');
  });

  test('is no more than a damaged manifest where its own is whole', async () => {
    const { folder, storage, refresh, present } = await aBenchOfTwo();
    await damage(folder, 'manifest.json');
    expect((await storage.open(new RecordingEmbeddings())).manifest).toEqual(present);
    const outcome = await refresh([RIVERS, LAKES]);
    expect(outcome).toMatchObject({ manifest: present, embedded: [], texts: [] });
    expect(await storage.readManifest()).toEqual(present);
    expect(await readdir(folder)).toContainEqual(
      expect.stringMatching(/^set-aside-manifest-\w+\.json$/),
    );
  });

  test('and whose files are gone is not kept', async () => {
    const { folder, refresh, present } = await aBenchOfTwo();
    await rm(join(folder, present.generation), { recursive: true });
    expect(await refresh([RIVERS])).toMatchObject({ embedded: [], reused: ['rivers'] });
    expect((await readdir(folder)).filter((name) => name.startsWith('set-aside'))).toEqual([]);
  });

  test('of those that were set aside the last one is kept', async () => {
    const { folder, refresh } = await aBenchOfTwo();
    const aside: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { manifest } = await refresh([RIVERS, LAKES]);
      aside.push(`set-aside-${manifest.generation}`);
      await damage(folder, manifest.generation, GRAPH);
      await refresh([RIVERS, LAKES]);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('set-aside'))).toEqual(
      aside.slice(-1),
    );
  });
});

/** A model that gives other vectors than before, and does not say so. */
class ChangedEmbeddings extends RecordingEmbeddings {
  override async embedQuery(text: string): Promise<number[]> {
    return (await super.embedQuery(text)).reverse();
  }
}

describe('a model that has changed without a sign', () => {
  const compare = { compareVectors: true };

  test('is found out by three texts, and nothing that it made before is used again', async () => {
    const { folder, storage, refresh } = await aBench();
    await refresh([RIVERS, LAKES]);
    const cache = await VectorLog.open(folder, new RecordingEmbeddings());
    await cache.add([{ side: 'passage', text: 'Dams need consent.', vector: Array(16).fill(1) }]);
    await cache.close();
    const changed = new ChangedEmbeddings();
    const outcome = await refresh([RIVERS, LAKES], changed, compare);
    expect(outcome.discarded).toMatch(
      /^recording gives other vectors than those that it holds: of one text, their cosine is -?0\.\d\d\./,
    );
    expect(outcome).toMatchObject({ embedded: ['lakes', 'rivers'], reused: [] });
    const { vectors } = await openIndex(storage, changed);
    const own = await new ChangedEmbeddings().embedQuery('PART. Lakes are kept clean.');
    expect(Array.from(vectors.values.subarray(0, 16))).toEqual(own.map(Math.fround));
    expect((await refresh([RIVERS, LAKES], changed, compare)).discarded).toBeUndefined();
  });

  test('and one that has not is asked for three texts', async () => {
    const { refresh } = await aBench();
    await refresh([RIVERS, LAKES]);
    const outcome = await refresh([RIVERS, LAKES], new RecordingEmbeddings(), compare);
    expect(outcome.discarded).toBeUndefined();
    expect(outcome.texts).toHaveLength(3);
  });
});

test('a graph of another version of the native module is built anew, with the vectors that are there', async () => {
  const { folder, refresh, storage } = await aBench();
  const { manifest } = await refresh([RIVERS, LAKES]);
  const builtWith = { ...manifest.builtWith, hnswlib: '0.0.1' };
  await writeManifest(folder, { ...manifest, builtWith });
  const outcome = await refresh([RIVERS, LAKES]);
  expect(outcome).toMatchObject({ embedded: [], texts: [] });
  expect(outcome.manifest.generation).not.toBe(manifest.generation);
  expect(outcome.manifest.builtWith).toEqual(manifest.builtWith);
  expect((await openIndex(storage, new RecordingEmbeddings())).documents).toHaveLength(2);
});
