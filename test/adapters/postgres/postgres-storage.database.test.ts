import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { migrate } from '../../../src/adapters/postgres/migrate.js';
import {
  PostgresStorage,
  type PostgresStorageOptions,
} from '../../../src/adapters/postgres/postgres-storage.js';
import { refreshIndex, type RefreshOutcome } from '../../../src/ingestion/refresh-index.js';
import type { IndexManifest } from '../../../src/ports/index-storage.js';
import type { IndexedDocument } from '../../../src/types.js';
import { aDatabase, hasSessions } from '../../support/a-database.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { sourcesOf } from '../../support/refreshed-index.js';
import { saveIndex } from '../../support/saved-index.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const RIVERS = anIndexedDocument(
  'rivers',
  ['Rivers belong to all.', 'Dams need consent. Their height is bounded.'],
  { expansions: { '1': { questions: ['Whose is the river?'], words: 'ownership' } } },
);
const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);
const BROOKS = anIndexedDocument('brooks', ['Brooks babble.', 'Rivers take them in.']);
const EMBEDDINGS = new RecordingEmbeddings();

interface Bench {
  readonly database: Database;
  readonly storage: PostgresStorage;
  readonly refresh: (
    documents: readonly IndexedDocument[],
    embeddings?: RecordingEmbeddings,
    options?: { readonly compareVectors?: boolean },
  ) => Promise<RefreshOutcome>;
  /** Rows of a table. */
  readonly rows: (sql: string) => Promise<unknown[]>;
}

async function aBench(options: PostgresStorageOptions = { readableForMs: 0 }): Promise<Bench> {
  const { database } = aDatabase();
  await migrate(database);
  const storage = new PostgresStorage(database, options);
  const folder = await temporaryFolder();
  return {
    database,
    storage,
    refresh: (documents, embeddings = new RecordingEmbeddings(), more = {}) =>
      refreshIndex({ ...sourcesOf(documents, { folder, embeddings }), storage, ...more }),
    rows: (sql) => database.query(sql.replaceAll('@', `${database.schema}.`)),
  };
}

async function contentsOf(storage: PostgresStorage, manifest: IndexManifest): Promise<unknown[]> {
  return Promise.all(
    manifest.documents.map((document) => storage.readDocument(manifest, document)),
  );
}

describe('what is kept', () => {
  test('is what was put there, vectors to the last bit', async () => {
    const { storage } = await aBench();
    expect(await storage.readManifest()).toBeUndefined();
    const content = contentOf([LAKES, RIVERS]);
    const manifest = await saveIndex(storage, content, { encoder: EMBEDDINGS });
    expect(await storage.readManifest()).toEqual(manifest);
    expect(manifest.counts).toEqual({ documents: 2, paragraphs: 3, entries: 8 });
    const [lakes, rivers] = (await contentsOf(storage, manifest)) as [
      { readonly entries: unknown[]; readonly vectors: { readonly values: Float32Array } },
      { readonly entries: unknown[]; readonly vectors: { readonly values: Float32Array } },
    ];
    expect([lakes, rivers]).toMatchObject([{ document: LAKES }, { document: RIVERS }]);
    expect([...lakes.entries, ...rivers.entries]).toEqual(content.entries);
    expect([...lakes.vectors.values, ...rivers.vectors.values]).toEqual([
      ...content.vectors.values,
    ]);
    await storage.verify(manifest);
    expect(await storage.needsGraph(manifest)).toBe(false);
  });

  test('may hold any character', async () => {
    const { storage } = await aBench();
    const odd = anIndexedDocument('odd', ['Zero \u0000 and half \ud83d of a pair.'], {
      title: '\u0000 \udc00',
    });
    const manifest = await saveIndex(storage, contentOf([odd]), { encoder: EMBEDDINGS });
    expect(await contentsOf(storage, manifest)).toMatchObject([{ document: odd }]);
  });

  test('is shared by the generations that hold it; only what changed is embedded', async () => {
    const { refresh, storage, rows } = await aBench();
    await refresh([RIVERS, LAKES]);
    const changed = anIndexedDocument('lakes', ['Lakes are kept very clean.']);
    const outcome = await refresh([BROOKS, changed, RIVERS]);
    expect(outcome).toMatchObject({
      embedded: ['brooks', 'lakes'],
      reused: ['rivers'],
      removed: [],
    });
    expect(await rows('SELECT FROM @documents')).toHaveLength(4);
    const fresh = await aBench();
    const { manifest } = await fresh.refresh([BROOKS, changed, RIVERS]);
    expect(await contentsOf(storage, outcome.manifest)).toEqual(
      await contentsOf(fresh.storage, manifest),
    );
  });

  test('is counted over what came and went as over all anew', async () => {
    const changing = await aBench();
    await changing.refresh([RIVERS, LAKES]);
    await changing.refresh([LAKES, BROOKS]);
    await changing.refresh([RIVERS, BROOKS]);
    const fresh = await aBench();
    await fresh.refresh([RIVERS, BROOKS]);
    for (const [table, what] of [
      ['vocabulary', 'term, paragraphs, wordings'],
      ['words', 'word, occurrences'],
    ] as const) {
      const sql = `SELECT ${what} FROM @${table} JOIN @generations ON key = generation
                    WHERE state = 'present' ORDER BY 1`;
      expect(await changing.rows(sql)).toEqual(await fresh.rows(sql));
      expect((await fresh.rows(sql)).length).toBeGreaterThan(5);
    }
    expect(
      await fresh.rows(`SELECT paragraphs, wordings FROM @vocabulary WHERE term = 'ownership'`),
    ).toEqual([{ paragraphs: 1, wordings: 0 }]);
  });

  test('is written anew only where something has changed', async () => {
    const { refresh } = await aBench();
    const { manifest } = await refresh([RIVERS, LAKES]);
    expect((await refresh([RIVERS, LAKES])).manifest).toEqual(manifest);
  });
});

describe('generations', () => {
  const NAMES = 'SELECT name, state FROM @generations ORDER BY key';

  test('the one before is kept, the one before that is removed with what only it held', async () => {
    const { refresh, rows } = await aBench();
    await refresh([RIVERS]);
    const { manifest: second } = await refresh([LAKES]);
    const { manifest: third } = await refresh([BROOKS]);
    expect(await rows(NAMES)).toEqual([
      { name: second.generation, state: 'past' },
      { name: third.generation, state: 'present' },
    ]);
    for (const table of ['documents', 'entries', 'postings']) {
      const key = table === 'documents' ? 'key' : 'document';
      expect(
        (
          await rows(`SELECT DISTINCT ${key} FROM @${table} WHERE ${key} NOT IN
                      (SELECT document FROM @members)`)
        ).length,
      ).toBe(0);
    }
  });

  test('one that a question may still be reading stays longer', async () => {
    const { refresh, rows, storage } = await aBench({});
    const { manifest } = await refresh([RIVERS]);
    await refresh([LAKES]);
    await refresh([BROOKS]);
    expect(await rows(NAMES)).toHaveLength(3);
    expect(await contentsOf(storage, manifest)).toMatchObject([{ document: { id: 'rivers' } }]);
  });

  test('a build that does not come to its end leaves the present one, and nothing behind', async () => {
    const { refresh, storage, rows } = await aBench();
    const { manifest } = await refresh([LAKES]);
    const failing = new RecordingEmbeddings({ failAfter: 3 });
    await expect(refresh([LAKES, RIVERS], failing)).rejects.toThrow('the model gave up');
    expect(await storage.readManifest()).toEqual(manifest);
    expect(await rows('SELECT FROM @documents')).toHaveLength(1);
  });

  test('what builds that died have left is removed by the next', async () => {
    const { refresh, storage, rows, database } = await aBench();
    await refresh([LAKES]);
    const dead = await storage.begin({ dimensions: 16 });
    await dead.add(RIVERS, contentOf([RIVERS]).entries);
    expect(await rows('SELECT FROM @documents')).toHaveLength(2);
    if (hasSessions()) await killWriter(database);
    await refresh([LAKES, BROOKS]);
    expect(await rows('SELECT FROM @documents')).toHaveLength(2);
    await dead.discard();
  });

  test('another model builds anew beside the one that is served', async () => {
    const { refresh, storage } = await aBench();
    const { manifest: before } = await refresh([RIVERS]);
    const other = new RecordingEmbeddings({ model: 'other', dimensions: 5 });
    const { manifest, discarded } = await refresh([RIVERS], other);
    expect(discarded).toBe('it was built with model recording, configured is other');
    expect(manifest.embedding.dimensions).toBe(5);
    expect(await storage.needsGraph(manifest)).toBe(false);
    expect(await contentsOf(storage, before)).toMatchObject([{ vectors: { dimensions: 16 } }]);
  });
});

describe('a generation that is damaged', () => {
  const loseVectors = (id: string): string =>
    `DELETE FROM @entries WHERE document IN
       (SELECT key FROM @documents WHERE metadata->>'id' = '${id}')`;

  test('is found out, kept aside, and the one before is built upon', async () => {
    const { refresh, rows, storage } = await aBench();
    await refresh([RIVERS]);
    const { manifest: broken } = await refresh([RIVERS, LAKES]);
    await rows(loseVectors('lakes'));
    await expect(storage.verify(broken)).rejects.toMatchObject({ code: 'index-corrupt' });
    const outcome = await refresh([RIVERS, LAKES]);
    expect(outcome).toMatchObject({ embedded: ['lakes'], reused: ['rivers'] });
    expect(outcome.replaced).toContain('is damaged: lakes has not the vectors it had');
    expect(outcome.replaced).toContain(`It is kept as set aside: ${broken.generation}`);
    await storage.verify(outcome.manifest);
  });

  test('takes the one before with it where both share what is damaged', async () => {
    const { refresh, rows } = await aBench();
    await refresh([RIVERS]);
    await refresh([RIVERS, LAKES]);
    await rows(loseVectors('rivers'));
    const outcome = await refresh([RIVERS, LAKES]);
    expect(outcome).toMatchObject({ embedded: ['lakes', 'rivers'], reused: [] });
    expect(outcome.discarded).toContain('is damaged');
  });
});

test('a model that has changed without a sign gets vectors of its own', async () => {
  const { refresh, storage } = await aBench();
  await refresh([RIVERS]);
  const changed = new RecordingEmbeddings();
  changed.embedQuery = () => Promise.resolve([1, ...new Array<number>(15).fill(0)]);
  const outcome = await refresh([RIVERS], changed, { compareVectors: true });
  expect(outcome.discarded).toContain('gives other vectors');
  const [content] = (await contentsOf(storage, outcome.manifest)) as {
    readonly vectors: { readonly values: Float32Array };
  }[];
  expect(content?.vectors.values.slice(0, 2)).toEqual(Float32Array.of(1, 0));
});

test.skipIf(!hasSessions())('two builds at once go one after the other', async () => {
  const waited: string[] = [];
  const { database, storage } = await aBench();
  const other = new PostgresStorage(database, { onWait: (holder) => waited.push(holder) });
  const draft = await storage.begin({ dimensions: 16 });
  const second = saveIndex(other, contentOf([LAKES]), { encoder: EMBEDDINGS });
  await expect.poll(() => waited).toEqual([expect.stringContaining(' since 20')]);
  await draft.discard();
  expect((await second).documents).toMatchObject([{ id: 'lakes' }]);
});

test.skipIf(!hasSessions())('who waits for another writer can stop', async () => {
  const { storage } = await aBench();
  const draft = await storage.begin({ dimensions: 16 });
  const stop = new AbortController();
  const second = storage.begin({ dimensions: 16, signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(second).rejects.toThrow('enough');
  await draft.discard();
});

test.skipIf(!hasSessions())('who has lost the connection writes nothing', async () => {
  const { storage, database } = await aBench();
  const draft = await storage.begin({ dimensions: 16 });
  await killWriter(database);
  await expect(draft.add(LAKES, contentOf([LAKES]).entries)).rejects.toMatchObject({
    code: 'database-unavailable',
  });
  await draft.discard();
});

/** Ends the connection of whoever writes, as a power cut at their end would. */
async function killWriter(database: Database): Promise<void> {
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND objid = 0
        AND classid::bigint = hashtext($1)::bigint & 4294967295`,
    [`${database.schema} writer`],
  );
}
