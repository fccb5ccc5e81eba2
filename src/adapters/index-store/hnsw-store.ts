import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { Document as LangChainDocument } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorTable } from '../../types.js';
import { syncFile } from './durable-files.js';

/** Files that LangChain's HNSWLib writes and reads. */
export const HNSW_FILES = ['hnswlib.index', 'docstore.json', 'args.json'] as const;

/** Links a node keeps per layer; 16 suits a few hundred dimensions. */
const M = 16;
/** Breadth of the search for neighbours while building. */
const EF_CONSTRUCTION = 200;
/**
 * Breadth of a search. hnswlib's own 10 loses neighbours, and it is not saved with the index: set
 * after build and after load.
 */
export const EF_SEARCH = 256;
/** Fixed, so that the same texts build the same graph. */
const SEED = 100;
/**
 * Vectors handed over at once: they are copied to arrays of doubles on the way, eight bytes a
 * number.
 */
const BATCH = 512;

/** Whether the native module built on this machine. */
export async function isHnswAvailable(): Promise<boolean> {
  try {
    await HNSWLib.imports();
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds LangChain's store over vectors that are already computed; `documents[i]` belongs to vector
 * `i`.
 */
export async function buildHnswStore(
  embeddings: EmbeddingsInterface,
  {
    table,
    documents,
  }: { readonly table: VectorTable; readonly documents: readonly LangChainDocument[] },
): Promise<HNSWLib> {
  const { values, dimensions } = table;
  const args = { space: 'cosine' as const, numDimensions: dimensions };
  const { HierarchicalNSW } = await HNSWLib.imports();
  const index = new HierarchicalNSW(args.space, args.numDimensions);
  index.initIndex({
    maxElements: Math.max(1, documents.length),
    m: M,
    efConstruction: EF_CONSTRUCTION,
    randomSeed: SEED,
  });
  const store = new HNSWLib(embeddings, { ...args, index });
  for (let first = 0; first < documents.length; first += BATCH) {
    const batch = documents.slice(first, first + BATCH);
    await store.addVectors(
      batch.map((_, i) =>
        Array.from(values.subarray((first + i) * dimensions, (first + i + 1) * dimensions)),
      ),
      batch,
    );
    // Building is synchronous and takes about a millisecond a vector: let a server breathe.
    await new Promise(setImmediate);
  }
  store.index.setEf(EF_SEARCH);
  // What is saved as args.json; the index itself has its own file.
  store.args = args;
  return store;
}

/** Saves a store and reads it back: the native module does not notice a disk that is full. */
export async function saveHnswStore(folder: string, store: HNSWLib): Promise<void> {
  await store.save(folder);
  for (const name of HNSW_FILES) await syncFile(join(folder, name));
  const { HierarchicalNSW } = await HNSWLib.imports();
  const written = new HierarchicalNSW('cosine', store.index.getNumDimensions());
  try {
    await written.readIndex(join(folder, HNSW_FILES[0]));
  } catch (cause) {
    throw new IncompleteWriteError(`${HNSW_FILES[0]} cannot be read back`, { cause });
  }
  const [count, expected] = [written.getCurrentCount(), store.index.getCurrentCount()];
  if (count !== expected) {
    throw new IncompleteWriteError(`${HNSW_FILES[0]} has ${count} of ${expected} vectors`);
  }
}

/** What was written is not what is there. */
export class IncompleteWriteError extends Error {
  override readonly name = 'IncompleteWriteError';
}

/**
 * Opens a store that {@link saveHnswStore} wrote. A damaged file can end the process: verify its
 * hash first.
 */
export async function openHnswStore(
  folder: string,
  embeddings: EmbeddingsInterface,
): Promise<HNSWLib> {
  const store = await HNSWLib.load(folder, embeddings);
  store.index.setEf(EF_SEARCH);
  return store;
}
