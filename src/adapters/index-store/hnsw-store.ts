import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { SynchronousInMemoryDocstore } from '@langchain/community/stores/doc/in_memory';
import type { Document as LangChainDocument } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorStore } from '../../ports/vector-store.js';
import { openGraph } from './hnsw-graph.js';
import { alongAxes, type Axes } from './principal-axes.js';

/**
 * Breadth of a search. hnswlib's own 10 loses neighbours, and it is not saved with the index: set
 * after every load.
 */
export const EF_SEARCH = 256;

export interface HnswStoreContent {
  /** File of the graph. */
  readonly path: string;
  /** Of the vectors in the graph. */
  readonly dimensions: number;
  /** What stands at a slot of the graph. */
  readonly documentAt: (slot: number) => LangChainDocument | undefined;
}

/**
 * LangChain's store over a graph that was written before. A damaged file can end the process:
 * verify its hash first.
 */
export async function openHnswStore(
  embeddings: EmbeddingsInterface,
  { path, dimensions, documentAt }: HnswStoreContent,
): Promise<HNSWLib> {
  const store = new HNSWLib(embeddings, {
    space: 'cosine',
    numDimensions: dimensions,
    index: await openGraph(path, dimensions),
    docstore: new SlotDocstore(documentAt),
  });
  store.index.setEf(EF_SEARCH);
  return store;
}

/** A store of a graph that was built along axes, asked by vectors as they are. */
export function storeAlong(axes: Axes, store: HNSWLib): VectorStore {
  return {
    similaritySearchVectorWithScore: (query, k, filter?: HNSWLib['FilterType']) =>
      store.similaritySearchVectorWithScore(Array.from(alongAxes(axes, query)), k, filter),
  };
}

/** Makes a document when it is asked for: there are as many as vectors, and few are ever found. */
class SlotDocstore extends SynchronousInMemoryDocstore {
  readonly #documentAt: HnswStoreContent['documentAt'];

  constructor(documentAt: HnswStoreContent['documentAt']) {
    super();
    this.#documentAt = documentAt;
  }

  override search(slot: string): LangChainDocument {
    const document = this.#documentAt(Number(slot));
    if (document === undefined) throw new RangeError(`Nothing stands at slot ${slot}.`);
    return document;
  }
}
