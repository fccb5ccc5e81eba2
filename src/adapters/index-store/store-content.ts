import type { Document as LangChainDocument } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorStore } from '@langchain/core/vectorstores';
import type { IndexContent } from '../../types.js';
import { toLangChainDocuments } from './langchain-documents.js';

/** What a vector store is filled with. */
export interface StoreContent {
  /** Changes whenever the index is built anew: tells a store that lasts whether it holds this. */
  readonly generation: string;
  readonly embeddings: EmbeddingsInterface;
  /** Of unit length; `vectors[i]` belongs to `documents[i]`. */
  readonly vectors: number[][];
  /** `metadata.entry` must come back with what is found. */
  readonly documents: LangChainDocument[];
}

/** Makes a LangChain vector store that holds an index's vectors. */
export type CreateVectorStore = (content: StoreContent) => Promise<VectorStore>;

export function toStoreContent(
  content: IndexContent,
  about: Pick<StoreContent, 'generation' | 'embeddings'>,
): StoreContent {
  const { values, dimensions } = content.vectors;
  return {
    ...about,
    vectors: content.entries.map((_, i) =>
      Array.from(values.subarray(i * dimensions, (i + 1) * dimensions)),
    ),
    documents: toLangChainDocuments(content),
  };
}
