import type { VectorTable } from '../../types.js';
import type { VectorFiles } from './vector-files.js';

/** Vectors of documents, as {@link VectorFiles} has them, in memory. */
export type HeldVectors = Pick<VectorFiles, 'read'>;

/** @param files one after the other, the vectors of each document */
export function holdVectors(
  files: readonly VectorTable['values'][],
  dimensions: number,
): HeldVectors {
  return {
    read: (document, { first, count }) => {
      const all = files[document] ?? new Float32Array();
      const values = all.subarray(first * dimensions, (first + count) * dimensions);
      return { values, dimensions };
    },
  };
}
