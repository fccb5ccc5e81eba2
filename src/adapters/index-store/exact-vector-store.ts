import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { Document as LangChainDocument } from '@langchain/core/documents';
import { VectorStore } from '@langchain/core/vectorstores';
import { exactSearch } from '../../ranking/exact-search.js';
import type { VectorTable } from '../../types.js';

/**
 * Compares with every vector: stands in where the native HNSW module did not build, and is its
 * oracle in tests.
 */
export class ExactVectorStore extends VectorStore {
  declare FilterType: (document: LangChainDocument) => boolean;
  readonly #table: VectorTable;
  readonly #documents: readonly LangChainDocument[];

  /** @param content vectors of unit length and, at the same positions, their documents. */
  constructor(
    embeddings: EmbeddingsInterface,
    content: { readonly table: VectorTable; readonly documents: readonly LangChainDocument[] },
  ) {
    super(embeddings, {});
    this.#table = content.table;
    this.#documents = content.documents;
  }

  override _vectorstoreType(): string {
    return 'exact';
  }

  override addVectors(): Promise<never> {
    return Promise.reject(
      new Error('The exact store is made whole from a vector table; build a new one instead.'),
    );
  }

  override addDocuments(): Promise<never> {
    return this.addVectors();
  }

  /** The score is the distance `1 - cosine`, smallest first, as LangChain's HNSWLib gives it. */
  override similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this['FilterType'],
  ): Promise<[LangChainDocument, number][]> {
    const accepts = (entry: number): boolean => {
      const document = this.#documents[entry];
      return document !== undefined && (filter === undefined || filter(document));
    };
    const found: [LangChainDocument, number][] = [];
    for (const { entry, similarity } of exactSearch(this.#table, query, { topK: k, accepts })) {
      const document = this.#documents[entry];
      if (document !== undefined) found.push([document, 1 - similarity]);
    }
    return Promise.resolve(found);
  }
}
