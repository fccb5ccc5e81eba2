import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { SynchronousInMemoryDocstore } from '@langchain/community/stores/doc/in_memory';
import type { Document as LangChainDocument } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorStore } from '../../ports/vector-store.js';
import { openGraph } from './hnsw-graph.js';
import { alongAxes, GRAPH_DIMENSIONS, type Axes } from './principal-axes.js';

/**
 * Breadth of a search. hnswlib's own 10 loses neighbours, and it is not saved with the index: set
 * after every load.
 */
export const EF_SEARCH = 256;

export interface HnswStoreContent {
  /** File of the graph. */
  readonly path: string;
  /** Of the vectors that are searched for. */
  readonly dimensions: number;
  /** Along which the graph was built; of the vectors as they are where absent. */
  readonly axes?: Axes | undefined;
  /** What stands at a slot of the graph. */
  readonly documentAt: (slot: number) => LangChainDocument | undefined;
}

/**
 * LangChain's store over a graph that was written before. A damaged file can end the process:
 * verify its hash first.
 */
export async function openHnswStore(
  embeddings: EmbeddingsInterface,
  { path, dimensions, axes, documentAt }: HnswStoreContent,
): Promise<VectorStore> {
  const width = axes === undefined ? dimensions : GRAPH_DIMENSIONS;
  const store = new HNSWLib(embeddings, {
    space: 'cosine',
    numDimensions: width,
    index: await openGraph(path, width),
    docstore: new SlotDocstore(documentAt),
  });
  store.index.setEf(EF_SEARCH);
  if (axes === undefined) return store;
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
