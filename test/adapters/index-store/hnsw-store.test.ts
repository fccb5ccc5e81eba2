import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';
import { describe, expect, test } from 'vitest';
import { withExpansions } from '../../../src/adapters/corpus/expansions.js';
import { readCorpus } from '../../../src/adapters/corpus/read-corpus.js';
import { modelFingerprint } from '../../../src/adapters/encoder/model-fingerprint.js';
import { ExactVectorStore } from '../../../src/adapters/index-store/exact-vector-store.js';
import {
  buildHnswStore,
  EF_SEARCH,
  openHnswStore,
  saveHnswStore,
} from '../../../src/adapters/index-store/hnsw-store.js';
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import { readPackedVectors } from '../../../src/adapters/vector-cache/packed-vectors.js';
import {
  CORPUS_DIR,
  CORPUS_VECTORS_FILE,
  MODELS_DIR,
  SHIPPED_MODEL,
} from '../../../src/composition/shipped-files.js';
import { textsOf } from '../../../src/ingestion/build-index.js';
import { readDocuments } from '../../../src/ingestion/read-documents.js';
import type { VectorTable } from '../../../src/types.js';
import { anIndexedDocument, contentOf, randomVectors } from '../../support/indexed-documents.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const EMBEDDINGS = new RecordingEmbeddings();
const K = 10;

function numbered(table: VectorTable): Document[] {
  return Array.from(
    { length: table.values.length / table.dimensions },
    (_, entry) => new Document({ pageContent: `text ${entry}`, metadata: { entry } }),
  );
}

function vectorOf({ values, dimensions }: VectorTable, entry: number): number[] {
  return Array.from(values.subarray(entry * dimensions, (entry + 1) * dimensions));
}

async function found(
  store: VectorStore,
  query: number[],
  filter?: (document: Document) => boolean,
): Promise<number[]> {
  const pairs = await store.similaritySearchVectorWithScore(query, K, filter as never);
  return pairs.map(([{ metadata }]) => metadata['entry'] as number);
}

/** Share of the truly nearest that the graph finds, over all queries. */
async function recallOf(table: VectorTable, queries: VectorTable): Promise<number> {
  const documents = numbered(table);
  const graph = await buildHnswStore(EMBEDDINGS, { table, documents });
  const exact = new ExactVectorStore(EMBEDDINGS, { table, documents });
  let hits = 0;
  const count = queries.values.length / queries.dimensions;
  for (let i = 0; i < count; i++) {
    const truth = new Set(await found(exact, vectorOf(queries, i)));
    hits += (await found(graph, vectorOf(queries, i))).filter((entry) => truth.has(entry)).length;
  }
  return hits / (count * K);
}

describe('the graph finds at least 99 of 100 that exact search finds', () => {
  test('among random directions, the hardest case', async () => {
    const table = randomVectors({ count: 3000, dimensions: 48, seed: 1 });
    expect(
      await recallOf(table, randomVectors({ count: 100, dimensions: 48, seed: 2 })),
    ).toBeGreaterThanOrEqual(0.99);
  });

  test('among the texts and questions that ship, asked with others of them', async () => {
    const { documents } = await readDocuments(CORPUS_DIR, { readCorpus, withExpansions });
    const fingerprint = await modelFingerprint(join(MODELS_DIR, SHIPPED_MODEL));
    const packed = await readPackedVectors(CORPUS_VECTORS_FILE, fingerprint);
    const vectors = documents.flatMap(textsOf).map((text) => Array.from(packed.find(text) ?? []));
    const tableOf = (some: readonly (readonly number[])[]): VectorTable => ({
      values: Float32Array.from(some.flat()),
      dimensions: vectors[0]?.length ?? 0,
    });
    const isAsked = (_: unknown, i: number): boolean => i % 25 === 0;
    const asked = vectors.filter(isAsked);
    const searched = vectors.filter((vector, i) => !isAsked(vector, i));
    expect(searched.length).toBeGreaterThan(2000);
    expect(await recallOf(tableOf(searched), tableOf(asked))).toBeGreaterThanOrEqual(0.99);
  });
});

describe('the store', () => {
  const table = randomVectors({ count: 60, dimensions: 8, seed: 3 });
  const documents = numbered(table);
  const query = vectorOf(randomVectors({ count: 1, dimensions: 8, seed: 4 }), 0);

  test('searches with its own breadth after it was built and after it was loaded', async () => {
    const folder = await temporaryFolder();
    const built = await buildHnswStore(EMBEDDINGS, { table, documents });
    expect(built.index.getEf()).toBe(EF_SEARCH);
    await saveHnswStore(folder, built);
    expect((await openHnswStore(folder, EMBEDDINGS)).index.getEf()).toBe(EF_SEARCH);
  });

  test('gives the same documents and distances as exact search, also with a filter', async () => {
    const graph = await buildHnswStore(EMBEDDINGS, { table, documents });
    const exact = new ExactVectorStore(EMBEDDINGS, { table, documents });
    for (const filter of [
      undefined,
      ({ metadata }: Document) => (metadata['entry'] as number) % 7 === 0,
      () => false,
    ]) {
      const expected = await exact.similaritySearchVectorWithScore(query, K, filter);
      const actual = await graph.similaritySearchVectorWithScore(query, K, filter);
      expect(actual.map(([document]) => document)).toEqual(expected.map(([document]) => document));
      actual.forEach(([, distance], i) => {
        expect(distance).toBeCloseTo(expected[i]?.[1] ?? NaN, 5);
      });
    }
  });

  test('is the same graph each time the same vectors build it', async () => {
    const [first, second] = [await temporaryFolder(), await temporaryFolder()];
    for (const folder of [first, second]) {
      await saveHnswStore(folder, await buildHnswStore(EMBEDDINGS, { table, documents }));
    }
    const bytesOf = (folder: string): Promise<Buffer> => readFile(join(folder, 'hnswlib.index'));
    expect((await bytesOf(first)).equals(await bytesOf(second))).toBe(true);
  });
});

test('a LangChain program opens the folder of our index as its own store', async () => {
  const folder = await temporaryFolder();
  const content = contentOf([
    anIndexedDocument('rivers', ['Rivers belong to all.', 'Dams need consent.']),
  ]);
  const { generation } = await new IndexDirectory(folder).save(content, EMBEDDINGS);
  const store = await HNSWLib.load(join(folder, generation), EMBEDDINGS);
  const [[nearest] = []] = await store.similaritySearchVectorWithScore(
    vectorOf(content.vectors, 2),
    1,
  );
  expect(nearest?.pageContent).toBe('Dams need consent.');
  expect(nearest?.metadata).toMatchObject({
    kind: 'passage',
    documentId: 'rivers',
    paragraph: '2',
    start: 22,
    end: 40,
  });
});
