/** Digits that bring every number of 32 bits back as it was. */
const DIGITS = 9;

/** A vector as pgvector reads it. */
export function vectorText(values: ArrayLike<number>): string {
  return `[${Array.from(values, (value) => Number(value.toPrecision(DIGITS))).join(',')}]`;
}

/** What `vector_send` gives: dimensions and a blank, two bytes each, then numbers of 32 bits. */
export function readVector(bytes: Buffer, into: Float32Array): void {
  for (let i = 0; i < into.length; i += 1) into[i] = bytes.readFloatBE(4 + 4 * i);
}

/** The same for a statement's parameter: a buffer is sent as it is. */
export function vectorBytes(values: ArrayLike<number>): Buffer {
  const bytes = Buffer.alloc(4 + 4 * values.length);
  bytes.writeUInt16BE(values.length, 0);
  for (let i = 0; i < values.length; i += 1) bytes.writeFloatBE(values[i] ?? 0, 4 + 4 * i);
  return bytes;
}

/** Vectors one after the other, as `vector_send` gives their numbers. Changes the bytes. */
export function readVectors(bytes: Buffer): Float32Array {
  bytes.swap32();
  // What begins anywhere cannot be looked at as numbers.
  return new Float32Array(new Uint8Array(bytes).buffer);
}
