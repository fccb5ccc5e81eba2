import type { VectorTable } from '../types.js';

export interface Neighbour {
  /** Number of the vector in the table. */
  readonly entry: number;
  /** Cosine, -1 to 1. */
  readonly similarity: number;
}

/** Product of two vectors of one length; their cosine where both are of unit length. */
export function dot(a: Float32Array, b: ArrayLike<number>): number {
  return similarityTo({ values: a, dimensions: a.length }, 0, b);
}

/** Cosine of a query of unit length with one vector of the table. */
export function similarityTo(
  { values, dimensions }: VectorTable,
  entry: number,
  query: ArrayLike<number>,
): number {
  const offset = entry * dimensions;
  const whole = dimensions - (dimensions % 4);
  // The hottest loop of a search: four sums at a time do not wait for each other, and a default for
  // what cannot be missing would cost half of its time.
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    a += (values[offset + i] as number) * (query[i] as number);
    b += (values[offset + i + 1] as number) * (query[i + 1] as number);
    c += (values[offset + i + 2] as number) * (query[i + 2] as number);
    d += (values[offset + i + 3] as number) * (query[i + 3] as number);
  }
  for (let i = whole; i < dimensions; i++) {
    a += (values[offset + i] as number) * (query[i] as number);
  }
  return a + b + c + d;
}

/** The `topK` nearest by comparing with every vector; ties in table order. */
export function exactSearch(
  table: VectorTable,
  query: ArrayLike<number>,
  {
    topK,
    accepts = () => true,
  }: { readonly topK: number; readonly accepts?: (entry: number) => boolean },
): Neighbour[] {
  const neighbours: Neighbour[] = [];
  const count = table.values.length / table.dimensions;
  for (let entry = 0; entry < count; entry++) {
    if (accepts(entry)) neighbours.push({ entry, similarity: similarityTo(table, entry, query) });
  }
  return neighbours.sort((a, b) => b.similarity - a.similarity || a.entry - b.entry).slice(0, topK);
}
