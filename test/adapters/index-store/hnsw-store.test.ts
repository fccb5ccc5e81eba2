import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';
import { describe, expect, test } from 'vitest';
import { modelFingerprint } from '../../../src/adapters/encoder/model-fingerprint.js';
import { ExactVectorStore } from '../../../src/adapters/index-store/exact-vector-store.js';
import { writeGraph, type GraphChange } from '../../../src/adapters/index-store/hnsw-graph.js';
import { EF_SEARCH, openHnswStore } from '../../../src/adapters/index-store/hnsw-store.js';
import { VectorFile } from '../../../src/adapters/index-store/vector-file.js';
import { readPackedVectors } from '../../../src/adapters/vector-cache/packed-vectors.js';
import {
  CORPUS_DIR,
  CORPUS_VECTORS_FILE,
  MODELS_DIR,
  SHIPPED_MODEL,
} from '../../../src/composition/shipped-files.js';
import { textsOf } from '../../../src/ingestion/entries.js';
import { readCorpusDocuments } from '../../../src/composition/read-corpus-documents.js';
import type { VectorTable } from '../../../src/types.js';
import { randomVectors } from '../../support/indexed-documents.js';
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

/** A graph of these vectors, put upon another where one is given. */
async function graphOf(table: VectorTable, from?: GraphChange['from'], first = 0): Promise<string> {
  const folder = await temporaryFolder();
  const { values, dimensions } = table;
  const count = values.length / dimensions;
  const file = await VectorFile.create(join(folder, 'vectors'), dimensions);
  await file.append(Array.from({ length: count }, (_, i) => vectorOf(table, i)));
  await file.close();
  const path = join(folder, 'graph');
  const added = [{ path: join(folder, 'vectors'), first, count }];
  await writeGraph(path, { dimensions, from, added });
  return path;
}

async function storeOf(table: VectorTable, documents: readonly Document[]): Promise<HNSWLib> {
  return openHnswStore(EMBEDDINGS, {
    path: await graphOf(table),
    dimensions: table.dimensions,
    documentAt: (slot) => documents[slot],
  });
}

/** Share of the truly nearest that the graph finds, over all queries. */
async function recallOf(table: VectorTable, queries: VectorTable): Promise<number> {
  const documents = numbered(table);
  const graph = await storeOf(table, documents);
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
    const { documents } = await readCorpusDocuments(CORPUS_DIR);
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

  test('searches with its own breadth', async () => {
    expect((await storeOf(table, documents)).index.getEf()).toBe(EF_SEARCH);
  });

  test('gives the same documents and distances as exact search, also with a filter', async () => {
    const graph = await storeOf(table, documents);
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
    const [first, second] = [await graphOf(table), await graphOf(table)];
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
  });
});

test('a graph that changes over and over finds what exact search finds, and nothing that is gone', async () => {
  const dimensions = 24;
  const size = 300;
  const tables = Array.from({ length: 6 }, (_, seed) =>
    randomVectors({ count: size, dimensions, seed: seed + 10 }),
  );
  const all: VectorTable = {
    values: Float32Array.from(tables.flatMap(({ values }) => [...values])),
    dimensions,
  };
  const documents = numbered(all);
  let path: string | undefined;
  const gone: number[] = [];
  for (const [i, table] of tables.entries()) {
    // Every second part goes when the next one comes.
    const leaves = i >= 2 && i % 2 === 0 ? i - 2 : undefined;
    const range = leaves === undefined ? [] : [{ first: leaves * size, count: size }];
    if (leaves !== undefined) gone.push(leaves);
    path = await graphOf(table, path === undefined ? undefined : { path, gone: range }, i * size);
  }
  const graph = await openHnswStore(EMBEDDINGS, {
    path: path ?? '',
    dimensions,
    documentAt: (slot) => documents[slot],
  });
  const exact = new ExactVectorStore(EMBEDDINGS, { table: all, documents });
  const isThere = ({ metadata }: Document): boolean =>
    !gone.includes(Math.floor((metadata['entry'] as number) / size));
  const queries = randomVectors({ count: 60, dimensions, seed: 2 });
  let hits = 0;
  for (let i = 0; i < 60; i++) {
    const truth = await found(exact, vectorOf(queries, i), isThere);
    const got = await found(graph, vectorOf(queries, i));
    expect(got.every((entry) => !gone.includes(Math.floor(entry / size)))).toBe(true);
    hits += got.filter((entry) => truth.includes(entry)).length;
  }
  expect(gone).toEqual([0, 2]);
  expect(hits / (60 * K)).toBeGreaterThanOrEqual(0.99);
});
