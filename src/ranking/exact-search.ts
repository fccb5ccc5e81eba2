import type { VectorTable } from '../types.js';

export interface Neighbour {
  /** Number of the vector in the table. */
  readonly entry: number;
  /** Cosine, -1 to 1. */
  readonly similarity: number;
}

/** Cosine of a query of unit length with one vector of the table. */
export function similarityTo({ values, dimensions }: VectorTable, entry: number, query: ArrayLike<number>): number {
  let sum = 0;
  const offset = entry * dimensions;
  // In the hottest loop of a search a default for what cannot be missing would cost half of its time.
  for (let i = 0; i < dimensions; i++) sum += (values[offset + i] as number) * (query[i] as number);
  return sum;
}

/** The `topK` nearest by comparing with every vector; ties in table order. */
export function exactSearch(
  table: VectorTable,
  query: ArrayLike<number>,
  { topK, accepts = () => true }: { readonly topK: number; readonly accepts?: (entry: number) => boolean },
): Neighbour[] {
  const neighbours: Neighbour[] = [];
  const count = table.values.length / table.dimensions;
  for (let entry = 0; entry < count; entry++) {
    if (accepts(entry)) neighbours.push({ entry, similarity: similarityTo(table, entry, query) });
  }
  return neighbours.sort((a, b) => b.similarity - a.similarity || a.entry - b.entry).slice(0, topK);
}
