import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { Document as LangChainDocument } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorTable } from '../../types.js';

/** Files that LangChain's HNSWLib writes and reads. */
export const HNSW_FILES = ['hnswlib.index', 'docstore.json', 'args.json'] as const;

/** Links a node keeps per layer; 16 suits a few hundred dimensions. */
const M = 16;
/** Breadth of the search for neighbours while building. */
const EF_CONSTRUCTION = 200;
/** Breadth of a search. hnswlib's own 10 loses neighbours, and it is not saved with the index: set after build and after load. */
const EF_SEARCH = 256;
/** Fixed, so that the same texts build the same graph. */
const SEED = 100;

/** Whether the native module built on this machine. */
export async function isHnswAvailable(): Promise<boolean> {
  try {
    await HNSWLib.imports();
    return true;
  } catch {
    return false;
  }
}

/** Builds LangChain's store over vectors that are already computed; `documents[i]` belongs to vector `i`. */
export async function buildHnswStore(
  embeddings: EmbeddingsInterface,
  { table, documents }: { readonly table: VectorTable; readonly documents: readonly LangChainDocument[] },
): Promise<HNSWLib> {
  const args = { space: 'cosine' as const, numDimensions: table.dimensions };
  const { HierarchicalNSW } = await HNSWLib.imports();
  const index = new HierarchicalNSW(args.space, args.numDimensions);
  index.initIndex({ maxElements: Math.max(1, documents.length), m: M, efConstruction: EF_CONSTRUCTION, randomSeed: SEED });
  const store = new HNSWLib(embeddings, { ...args, index });
  const vectors = documents.map((_, i) => Array.from(table.values.subarray(i * table.dimensions, (i + 1) * table.dimensions)));
  await store.addVectors(vectors, [...documents]);
  store.index.setEf(EF_SEARCH);
  // What is saved as args.json; the index itself has its own file.
  store.args = args;
  return store;
}

/** Opens a store that {@link buildHnswStore} saved. A damaged file can end the process: verify its hash first. */
export async function openHnswStore(directory: string, embeddings: EmbeddingsInterface): Promise<HNSWLib> {
  const store = await HNSWLib.load(directory, embeddings);
  store.index.setEf(EF_SEARCH);
  return store;
}
