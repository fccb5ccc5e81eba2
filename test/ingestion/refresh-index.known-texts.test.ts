import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import {
  refreshIndex,
  type RefreshOptions,
  type RefreshOutcome,
} from '../../src/ingestion/refresh-index.js';
import type { IndexedDocument } from '../../src/types.js';
import { anIndexedDocument } from '../support/indexed-documents.js';
import { openIndex } from '../support/opened-index.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';
import { aBench, sourcesOf } from '../support/refreshed-index.js';
import { corpusOf } from '../support/saved-index.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const RIVERS = anIndexedDocument('rivers', [
  'Rivers belong to all.',
  'Dams need consent. Their height is bounded.',
]);
const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);

describe('a text whose files have not changed', () => {
  const reading = 'as they stand';

  async function refreshed(
    folder: string,
    documents: readonly IndexedDocument[],
    more: Partial<RefreshOptions> = {},
  ): Promise<RefreshOutcome & { readonly read: readonly string[] }> {
    const sources = sourcesOf(documents, { folder, embeddings: new RecordingEmbeddings() });
    const corpus = corpusOf(documents);
    const storage = new IndexDirectory(folder);
    return {
      ...(await refreshIndex({ ...sources, corpus, storage, ...more })),
      read: corpus.read,
    };
  }

  test('is not read again, beside one that is new', async () => {
    const folder = join(await temporaryFolder(), 'index');
    expect((await refreshed(folder, [RIVERS, LAKES])).read).toEqual(['rivers', 'lakes']);
    expect((await refreshed(folder, [RIVERS, LAKES])).read).toEqual([]);
    const brooks = anIndexedDocument('brooks', ['Brooks babble.']);
    const outcome = await refreshed(folder, [brooks, RIVERS, LAKES]);
    expect(outcome).toMatchObject({ read: ['brooks'], reused: ['lakes', 'rivers'] });
  });

  test('is read again where texts are read otherwise, and embedded where it reads otherwise', async () => {
    const folder = join(await temporaryFolder(), 'index');
    await refreshed(folder, [RIVERS, LAKES]);
    const otherwise = { reading: 'in another way' };
    const outcome = await refreshed(folder, [RIVERS, LAKES], otherwise);
    expect(outcome).toMatchObject({ read: ['rivers', 'lakes'], embedded: [] });
    expect((await refreshed(folder, [RIVERS, LAKES], otherwise)).read).toEqual([]);
    expect(outcome.manifest.reading).not.toBe(reading);
  });

  test('is still said what was said of it', async () => {
    const folder = join(await temporaryFolder(), 'index');
    const corpus = corpusOf([RIVERS]);
    const notices = [{ path: 'corpus/rivers.yaml', notice: 'has a date that is none.' }];
    const skipped = [{ path: 'corpus/rivers.questions.yaml', reason: 'is not valid YAML.' }];
    const texts = corpus.texts.map((text) => ({
      ...text,
      read: async () => ({ ...(await text.read()), notices, skipped }),
    }));
    for (const read of [['rivers'], []]) {
      corpus.read.length = 0;
      const outcome = await refreshed(folder, [], { corpus: { ...corpus, texts } });
      expect(outcome).toMatchObject({ notices, skipped });
      expect(corpus.read).toEqual(read);
    }
  });

  test('shares its files with the generation before', async () => {
    const folder = join(await temporaryFolder(), 'index');
    const first = await refreshed(folder, [RIVERS]);
    const [name = ''] = Object.keys(first.manifest.files);
    const { ino } = await stat(join(folder, first.manifest.generation, name));
    const second = await refreshed(folder, [RIVERS, LAKES]);
    expect((await stat(join(folder, second.manifest.generation, name))).ino).toBe(ino);
    expect(second.manifest.generation).not.toBe(first.manifest.generation);
  });
});

test('of two texts with one id the first is read, whether it is known or new', async () => {
  const { folder, storage } = await aBench();
  const embeddings = new RecordingEmbeddings();
  const build = async (documents: readonly IndexedDocument[], paths: readonly string[]) => {
    const corpus = corpusOf(documents);
    const texts = corpus.texts.map((text, i) => ({
      ...text,
      path: `corpus/${paths[i] ?? ''}`,
      file: paths[i] ?? '',
    }));
    const sources = sourcesOf(documents, { folder, embeddings });
    return refreshIndex({ ...sources, corpus: { ...corpus, texts }, storage });
  };
  const other = { ...LAKES, id: 'rivers' };
  const first = await build([RIVERS], ['b.txt']);
  expect(first.skipped).toEqual([]);
  const later = await build([RIVERS, other], ['b.txt', 'c.txt']);
  expect(later).toMatchObject({ reused: ['rivers'], skipped: [{ path: 'corpus/c.txt' }] });
  const earlier = await build([other, RIVERS], ['a.txt', 'b.txt']);
  expect(earlier).toMatchObject({ embedded: ['rivers'], skipped: [{ path: 'corpus/b.txt' }] });
  expect((await openIndex(storage, embeddings)).documents).toMatchObject([{ text: LAKES.text }]);
});
