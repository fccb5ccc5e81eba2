import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { TOP_K, type OpenSearch } from './passage-search.js';

/** LangChain's `HNSWLib` store, asked by vectors: the dense step of its pipelines. */
export const openLangChainStore: OpenSearch = async (passages) => {
  // Vectors are given: what would embed is never asked.
  const store = new HNSWLib(new FakeEmbeddings(), { space: 'cosine' });
  await store.addVectors(
    passages.map(({ vector }) => Array.from(vector)),
    passages.map(({ text }, number) => new Document({ pageContent: text, metadata: { number } })),
  );
  return async ({ vector }) => {
    const found = await store.similaritySearchVectorWithScore([...vector], TOP_K);
    return found.map(([{ metadata }]) => Number(metadata['number']));
  };
};
