import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import { refreshIndex, type RefreshOutcome } from '../../src/ingestion/refresh-index.js';
import type { IndexedDocument } from '../../src/types.js';
import { anIndexedDocument } from '../support/indexed-documents.js';
import { openIndex } from '../support/opened-index.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';
import { aBench, sourcesOf } from '../support/refreshed-index.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const RIVERS = anIndexedDocument('rivers', [
  'Rivers belong to all.',
  'Dams need consent. Their height is bounded.',
]);
const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);

test('the first build embeds every paragraph and sentence', async () => {
  const { refresh } = await aBench();
  const { texts, ...outcome } = await refresh([RIVERS, LAKES]);
  expect(outcome).toMatchObject({ embedded: ['lakes', 'rivers'], reused: [], removed: [] });
  expect(outcome.discarded).toBeUndefined();
  expect(texts).toEqual([
    'PART. Rivers belong to all.',
    'Rivers belong to all.',
    'PART. Dams need consent. Their height is bounded.',
    'Dams need consent.',
    'Their height is bounded.',
    'PART. Lakes are kept clean.',
    'Lakes are kept clean.',
  ]);
});

test('a second build of the same texts embeds nothing and writes nothing', async () => {
  const { refresh } = await aBench();
  const first = await refresh([RIVERS, LAKES]);
  const second = await refresh([RIVERS, LAKES]);
  expect(second).toEqual({
    manifest: first.manifest,
    embedded: [],
    reused: ['lakes', 'rivers'],
    removed: [],
    skipped: [],
    notices: [],
    texts: [],
  });
});

test('only the document that changed is embedded again, and every vector belongs to its text', async () => {
  const { refresh, storage } = await aBench();
  await refresh([RIVERS, LAKES]);
  const changed = anIndexedDocument('lakes', ['Lakes are kept very clean.']);
  const { texts, ...outcome } = await refresh([
    anIndexedDocument('brooks', ['Brooks babble.']),
    changed,
    RIVERS,
  ]);
  expect(outcome).toMatchObject({ embedded: ['brooks', 'lakes'], reused: ['rivers'], removed: [] });
  expect(texts.filter((text) => /River|Dam|height/u.test(text))).toEqual([]);
  // Against an index of the same texts that was built at once.
  const fresh = await aBench();
  await fresh.refresh([anIndexedDocument('brooks', ['Brooks babble.']), changed, RIVERS]);
  const [updated, built] = await Promise.all(
    [storage, fresh.storage].map((index) => openIndex(index, new RecordingEmbeddings())),
  );
  expect(updated?.entries).toEqual(built?.entries);
  expect(updated?.vectors).toEqual(built?.vectors);
  expect(updated?.documents).toEqual(built?.documents);
});

test('of a document that changed only what is new in it is embedded', async () => {
  const { refresh } = await aBench();
  await refresh([RIVERS, LAKES]);
  const longer = anIndexedDocument('rivers', [
    'Rivers belong to all.',
    'Dams need consent. Their height is small.',
  ]);
  const { texts, ...outcome } = await refresh([longer, LAKES]);
  expect(outcome).toMatchObject({ embedded: ['rivers'], reused: ['lakes'] });
  expect(texts).toEqual([
    'PART. Dams need consent. Their height is small.',
    'Their height is small.',
  ]);
});

test('everyday questions are embedded as questions, and nothing else is', async () => {
  const { storage, folder } = await aBench();
  const question = 'Whose is the river?';
  const embeddings = new RecordingEmbeddings();
  const documents = [{ ...RIVERS, expansions: { '1': { questions: [question], words: '' } } }];
  await refreshIndex({ ...sourcesOf(documents, { folder, embeddings }), storage });
  expect(embeddings.asked).toEqual([question]);
  expect(embeddings.embedded).toHaveLength(6);
});

test('notes and lists of contents are not embedded', async () => {
  const { refresh } = await aBench();
  const paragraphs = RIVERS.paragraphs.map((paragraph, index) => ({
    ...paragraph,
    aside: index === 0 ? ('note' as const) : ('contents' as const),
  }));
  const { texts } = await refresh([{ ...RIVERS, paragraphs }, LAKES]);
  expect(texts).toEqual(['PART. Lakes are kept clean.', 'Lakes are kept clean.']);
});

test('a text that stands in two places is embedded once', async () => {
  const { refresh, storage } = await aBench();
  const { texts } = await refresh([LAKES, anIndexedDocument('ponds', ['Lakes are kept clean.'])]);
  expect(texts).toEqual(['PART. Lakes are kept clean.', 'Lakes are kept clean.']);
  const { entries, vectors } = await openIndex(storage, new RecordingEmbeddings());
  expect(entries).toHaveLength(4);
  expect(vectors.values.slice(0, 32)).toEqual(vectors.values.slice(32));
});

test('a document that is gone from the corpus is gone from the index', async () => {
  const { refresh, storage } = await aBench();
  await refresh([RIVERS, LAKES]);
  const outcome = await refresh([LAKES]);
  expect(outcome).toMatchObject({
    embedded: [],
    reused: ['lakes'],
    removed: ['rivers'],
    texts: [],
  });
  const { documents, entries } = await openIndex(storage, new RecordingEmbeddings());
  expect(documents.map(({ id }) => id)).toEqual(['lakes']);
  expect(new Set(entries.map(({ documentId }) => documentId))).toEqual(new Set(['lakes']));
});

describe('the same text is embedded anew when', () => {
  test.each<[string, Partial<IndexedDocument>]>([
    ['its title changes', { title: 'On Rivers' }],
    ['its date is set', { date: '1999' }],
    [
      'questions are put beside it',
      { expansions: { '1': { questions: ['Whose is the river?'], words: '' } } },
    ],
    [
      'its headings are read otherwise',
      { paragraphs: RIVERS.paragraphs.map((paragraph) => ({ ...paragraph, section: ['OTHER'] })) },
    ],
    ['it is divided otherwise', { paragraphs: RIVERS.paragraphs.slice(0, 1) }],
  ])('%s', async (_what, change) => {
    const { refresh, storage } = await aBench();
    await refresh([RIVERS, LAKES]);
    const changed = { ...RIVERS, ...change };
    expect(await refresh([changed, LAKES])).toMatchObject({
      embedded: ['rivers'],
      reused: ['lakes'],
    });
    expect((await openIndex(storage, new RecordingEmbeddings())).documents[1]).toMatchObject(
      change,
    );
  });
});

describe('an index that cannot be built upon is replaced, with the reason', () => {
  test('where another model made it', async () => {
    const { refresh, storage } = await aBench();
    await refresh([RIVERS]);
    const other = new RecordingEmbeddings({ model: 'other', dimensions: 5 });
    const outcome = await refresh([RIVERS], other);
    expect(outcome).toMatchObject({
      embedded: ['rivers'],
      reused: [],
      discarded: 'it was built with model recording, configured is other',
    });
    expect((await openIndex(storage, other)).vectors.dimensions).toBe(5);
  });

  test.each([/\.text$/u, /\.terms$/u, /\.f32$/u, /^hnswlib\.index$/u])(
    'where a file %s is damaged, also when no text has changed',
    async (pattern) => {
      const { refresh, storage, folder } = await aBench();
      const { manifest } = await refresh([RIVERS, LAKES]);
      const file = Object.keys(manifest.files).find((name) => pattern.test(name));
      const path = join(folder, manifest.generation, file ?? '');
      const bytes = await readFile(path);
      bytes.fill(1, bytes.length - 3);
      await writeFile(path, bytes);
      const outcome = await refresh([RIVERS, LAKES]);
      expect(outcome.discarded).toBe(
        `${path} is damaged: its SHA-256 differs from the manifest. ` +
          `It is kept as set-aside-${manifest.generation}`,
      );
      expect(outcome).toMatchObject({ embedded: ['lakes', 'rivers'], reused: [] });
      await expect(openIndex(storage, new RecordingEmbeddings())).resolves.toMatchObject({
        documents: [{ id: 'lakes' }, { id: 'rivers' }],
      });
    },
  );

  test('where no manifest of it can be read', async () => {
    const { refresh, folder } = await aBench();
    const { manifest } = await refresh([LAKES]);
    await writeFile(join(folder, manifest.generation, 'manifest.json'), '{');
    await writeFile(join(folder, 'manifest.json'), '{"formatVersion":');
    expect(await refresh([LAKES])).toMatchObject({
      embedded: ['lakes'],
      discarded: expect.stringContaining('is not JSON') as string,
    });
  });
});

test('an index that has no graph gets one once the native module is there, with the vectors it has', async () => {
  const { refresh, folder } = await aBench();
  const without = new IndexDirectory(folder, { hnswAvailable: () => Promise.resolve(false) });
  await refreshIndex({
    ...sourcesOf([LAKES], { folder, embeddings: new RecordingEmbeddings() }),
    storage: without,
  });
  const outcome = await refresh([LAKES]);
  expect(outcome).toMatchObject({ embedded: [], reused: ['lakes'], texts: [] });
  expect(Object.keys(outcome.manifest.files)).toContain('hnswlib.index');
});

describe('a build that does not come to its end leaves the present index', () => {
  test('when the model throws half way', async () => {
    const { refresh, storage, folder } = await aBench();
    const { manifest } = await refresh([LAKES]);
    await expect(
      refresh([LAKES, RIVERS], new RecordingEmbeddings({ failAfter: 3 })),
    ).rejects.toThrow('the model gave up');
    expect(await readdir(folder)).toEqual([
      manifest.generation,
      'manifest.json',
      'unfinished.vectors',
    ]);
    expect(await openIndex(storage, new RecordingEmbeddings())).toMatchObject({
      manifest,
      documents: [{ id: 'lakes' }],
    });
  });

  test('and the next one goes on from there, with the same index in the end', async () => {
    const { storage, folder } = await aBench();
    const build = (embeddings: RecordingEmbeddings): Promise<RefreshOutcome> =>
      refreshIndex({ ...sourcesOf([RIVERS, LAKES], { folder, embeddings }), storage });
    const first = new RecordingEmbeddings({ failAfter: 5 });
    await expect(build(first)).rejects.toThrow('the model gave up');
    const second = new RecordingEmbeddings();
    await build(second);
    expect([...first.embedded, ...second.embedded]).toHaveLength(7);
    expect(await readdir(folder)).not.toContain('unfinished.vectors');
    const fresh = await aBench();
    await fresh.refresh([RIVERS, LAKES]);
    expect((await openIndex(storage, second)).vectors).toEqual(
      (await openIndex(fresh.storage, second)).vectors,
    );
  });

  test('when it is aborted', async () => {
    const { refresh, storage, folder } = await aBench();
    const { manifest } = await refresh([LAKES]);
    const abort = new AbortController();
    const embeddings = new RecordingEmbeddings();
    const building = refreshIndex({
      ...sourcesOf([RIVERS, LAKES], { folder, embeddings }),
      storage,
      signal: abort.signal,
      onProgress: ({ doneParagraphs }) => {
        if (doneParagraphs === 1) abort.abort(new Error('enough'));
      },
    });
    await expect(building).rejects.toThrow('enough');
    expect(embeddings.embedded.join(' ')).not.toContain('Dams');
    expect(await storage.readManifest()).toEqual(manifest);
  });
});

test('progress counts paragraphs over all documents up to the last', async () => {
  const { storage, folder } = await aBench();
  const seen: string[] = [];
  await refreshIndex({
    ...sourcesOf([RIVERS, LAKES], { folder, embeddings: new RecordingEmbeddings() }),
    storage,
    onProgress: ({ doneParagraphs, totalParagraphs }) =>
      seen.push(`${doneParagraphs}/${totalParagraphs}`),
  });
  // The total grows while texts are read.
  expect(seen).toEqual(['0/2', '0/3', '1/3', '2/3', '3/3']);
});

test('a folder that cannot be written stops the build before anything is embedded', async () => {
  const file = join(await temporaryFolder(), 'taken');
  await writeFile(file, '');
  const embeddings = new RecordingEmbeddings();
  const building = refreshIndex({
    ...sourcesOf([LAKES], { folder: file, embeddings }),
    storage: new IndexDirectory(file),
  });
  await expect(building).rejects.toMatchObject({ code: 'index-unwritable' });
  expect(embeddings.embedded).toEqual([]);
});

test('the manifest of another program stops the build before anything is embedded', async () => {
  const foreign = await temporaryFolder();
  await writeFile(join(foreign, 'manifest.json'), '{"name":"a page"}');
  const embeddings = new RecordingEmbeddings();
  const building = refreshIndex({
    ...sourcesOf([LAKES], { folder: foreign, embeddings }),
    storage: new IndexDirectory(foreign),
  });
  await expect(building).rejects.toMatchObject({ code: 'invalid-configuration' });
  expect(embeddings.embedded).toEqual([]);
});
