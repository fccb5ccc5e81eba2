import type { Document as LangChainDocument } from '@langchain/core/documents';
import { VectorStore } from '@langchain/core/vectorstores';
import type { StoreContent } from '../../src/adapters/index-store/store-content.js';

/** Compares with every vector: what approximate search is held against. */
export class ExactStore extends VectorStore {
  declare FilterType: (document: LangChainDocument) => boolean;
  readonly #documents: readonly LangChainDocument[];
  readonly #vectors: Float32Array;
  readonly #dimensions: number;

  constructor({ embeddings, documents, vectors }: StoreContent) {
    super(embeddings, {});
    this.#documents = documents;
    this.#dimensions = vectors[0]?.length ?? 0;
    this.#vectors = new Float32Array(vectors.length * this.#dimensions);
    vectors.forEach((vector, i) => {
      this.#vectors.set(vector, i * this.#dimensions);
    });
  }

  override _vectorstoreType(): string {
    return 'exact';
  }

  override addVectors(): Promise<never> {
    return Promise.reject(new Error('Made whole.'));
  }

  override addDocuments(): Promise<never> {
    return this.addVectors();
  }

  /** The score is the distance, `1 - cosine`, as that of LangChain's HNSWLib. */
  override similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this['FilterType'],
  ): Promise<[LangChainDocument, number][]> {
    const found = this.#documents
      .map((document, i): [LangChainDocument, number] => [document, 1 - this.#cosine(i, query)])
      .filter(([document]) => filter === undefined || filter(document))
      .sort(([, a], [, b]) => a - b);
    return Promise.resolve(found.slice(0, k));
  }

  #cosine(number: number, query: readonly number[]): number {
    const offset = number * this.#dimensions;
    let sum = 0;
    for (let i = 0; i < this.#dimensions; i++) {
      sum += (this.#vectors[offset + i] ?? 0) * (query[i] ?? 0);
    }
    return sum;
  }
}
