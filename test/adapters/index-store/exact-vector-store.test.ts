import { Document } from '@langchain/core/documents';
import { expect, test } from 'vitest';
import { ExactVectorStore } from '../../../src/adapters/index-store/exact-vector-store.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';

const DOCUMENTS = ['east', 'north', 'north-east', 'west'].map(
  (pageContent) => new Document({ pageContent }),
);
const TABLE = {
  values: Float32Array.of(1, 0, 0, 1, Math.SQRT1_2, Math.SQRT1_2, -1, 0),
  dimensions: 2,
};
const store = new ExactVectorStore(new RecordingEmbeddings({ dimensions: 2 }), {
  table: TABLE,
  documents: DOCUMENTS,
});

test('ranks by cosine distance, nearest first, ties in their own order', async () => {
  const found = await store.similaritySearchVectorWithScore([1, 0], 10);
  expect(found.map(([{ pageContent }]) => pageContent)).toEqual([
    'east',
    'north-east',
    'north',
    'west',
  ]);
  [0, 1 - Math.SQRT1_2, 1, 2].forEach((distance, i) => {
    expect(found[i]?.[1]).toBeCloseTo(distance, 6);
  });
});

test('gives no more than asked for, and only what the filter accepts', async () => {
  const found = await store.similaritySearchVectorWithScore(
    [0, 1],
    2,
    ({ pageContent }) => !pageContent.includes('-'),
  );
  expect(found.map(([{ pageContent }]) => pageContent)).toEqual(['north', 'east']);
});

test('is a LangChain vector store: a retriever over it answers texts', async () => {
  const found = await store.asRetriever(3).invoke('anything');
  expect(found).toHaveLength(3);
});

test('cannot be added to, and says so', async () => {
  await expect(store.addDocuments()).rejects.toThrow('build a new one');
});
