import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';
import { beforeAll, describe, expect, test } from 'vitest';
import { ExactVectorStore } from '../../../src/adapters/index-store/exact-vector-store.js';
import {
  buildHnswStore,
  EF_SEARCH,
  openHnswStore,
  saveHnswStore,
} from '../../../src/adapters/index-store/hnsw-store.js';
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import { TransformersEncoder } from '../../../src/adapters/encoder/transformers-encoder.js';
import { configDefaults } from '../../../src/bin/config.js';
import { normalizeForSearch } from '../../../src/language/normalize.js';
import type { VectorTable } from '../../../src/types.js';
import { anIndexedDocument, contentOf, randomVectors } from '../../support/indexed-documents.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
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

  // Some 30 ms a line, alone on the machine.
  describe('among the lines of a real declaration', { timeout: 120_000 }, () => {
    let embeddings: TransformersEncoder;
    beforeAll(async () => {
      embeddings = await TransformersEncoder.load({
        model: configDefaults()['EMBEDDING_MODEL'] ?? '',
        modelsDirectory: join(ROOT, 'models'),
      });
    });

    async function embed(texts: readonly string[]): Promise<VectorTable> {
      return {
        values: Float32Array.from((await embeddings.embedDocuments([...texts])).flat()),
        dimensions: embeddings.dimensions,
      };
    }

    test('asked with its own clauses', async () => {
      const text = normalizeForSearch(
        await readFile(join(ROOT, 'corpus/dushanbe-2021.txt'), 'utf8'),
      );
      const clauses = text.split(/[.;,]\s/u).filter((clause) => clause.length > 15);
      const queries = clauses
        .filter((_, i) => i % 10 === 0)
        .map((clause) => clause.split(' ').slice(0, 6).join(' '));
      expect(clauses.length).toBeGreaterThan(500);
      expect(await recallOf(await embed(clauses), await embed(queries))).toBeGreaterThanOrEqual(
        0.99,
      );
    });
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
