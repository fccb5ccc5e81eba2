import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import type { StoreContent } from '../../src/adapters/index-store/store-content.js';

/** Compares with every vector: what approximate search is held against. */
export function exactStore({ embeddings, documents, vectors }: StoreContent): ExactVectorStore {
  const dimensions = vectors[0]?.length ?? 0;
  const values = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, i) => {
    values.set(vector, i * dimensions);
  });
  return new ExactVectorStore(embeddings, { table: { values, dimensions }, documents });
}
