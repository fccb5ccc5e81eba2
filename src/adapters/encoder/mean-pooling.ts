/**
 * The mean of a text's token vectors, scaled to unit length. The library's own mean pooling reads
 * every number through a proxy, which takes several times as long as all the rest of an embedding
 * together.
 * @param tokens one vector after the other, without padding
 */
export function meanOfUnitLength(tokens: Float32Array, dimensions: number): number[] {
  const sum = new Float64Array(dimensions);
  for (let offset = 0; offset < tokens.length; offset += dimensions) {
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (tokens[offset + i] ?? 0);
  }
  const norm = Math.hypot(...sum);
  // A text whose vectors cancel out is near nothing.
  return norm === 0 ? Array.from(sum) : Array.from(sum, (value) => Math.fround(value / norm));
}
