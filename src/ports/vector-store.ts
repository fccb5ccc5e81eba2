import type { VectorStore as LangChainVectorStore } from '@langchain/core/vectorstores';

/**
 * What retrieval asks of a vector store: the nearest entries of the index, `metadata.entry` their
 * numbers. Any LangChain vector store has it.
 */
export type VectorStore = Pick<LangChainVectorStore, 'similaritySearchVectorWithScore'>;
