/**
 * One vector of a text from those of its tokens, scaled to unit length. The library's own pooling
 * reads every number through a proxy, which takes several times as long as all the rest of an
 * embedding together.
 * @param windows the token vectors of each window of the text, one after the other, no padding
 */
export function poolTokens(
  windows: readonly Float32Array[],
  { dimensions, pooling }: { readonly dimensions: number; readonly pooling: 'mean' | 'cls' },
): Float64Array {
  const sum = new Float64Array(dimensions);
  for (const tokens of windows) {
    const end = pooling === 'cls' ? dimensions : tokens.length;
    for (let offset = 0; offset < end; offset += dimensions) {
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (tokens[offset + i] ?? 0);
    }
  }
  return toUnitLength(sum);
}

/** A vector of unit length with what all of its kind have in common taken off. */
export function withoutMean(vector: Float64Array, mean: readonly number[]): Float64Array {
  return toUnitLength(vector.map((value, i) => value - (mean[i] ?? 0)));
}

/** In place; a vector of nothing stays nothing. */
function toUnitLength(vector: Float64Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const norm = Math.sqrt(squares);
  if (norm > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / norm;
  return vector;
}
