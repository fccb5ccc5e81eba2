import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { EncodedText, KnownVectors } from '../../ports/vector-cache.js';
import { KEY_BYTES, vectorKey } from './vector-key.js';

/** Numbers of unit vectors as whole ones: cosines differ by some 0.00001. */
const SCALE = 32_767;
const NUMBER_BYTES = 2;
/** The width of the vectors at the beginning, a checksum of all before it at the end. */
const HEAD_BYTES = 4;
const CHECK_BYTES = 4;

/** A file's vectors, and the keys that they are found by, in hexadecimal, in their order. */
export interface PackedVectors extends KnownVectors {
  readonly keys: readonly string[];
}

/** Vectors of unit length in the bytes of a file, two a number, in the order of their keys. */
export function packVectors(
  fingerprint: string,
  made: readonly (EncodedText & { readonly vector: ArrayLike<number> })[],
): Buffer {
  const dimensions = made[0]?.vector.length ?? 0;
  const records = made
    .map(({ vector, ...encoded }) => {
      const record = Buffer.alloc(KEY_BYTES + dimensions * NUMBER_BYTES);
      vectorKey(fingerprint, encoded).copy(record);
      for (let i = 0; i < dimensions; i += 1) {
        const value = Math.round((vector[i] ?? 0) * SCALE);
        record.writeInt16LE(value, KEY_BYTES + i * NUMBER_BYTES);
      }
      return record;
    })
    .sort((a, b) => a.compare(b));
  const [head, check] = [Buffer.alloc(HEAD_BYTES), Buffer.alloc(CHECK_BYTES)];
  head.writeUInt32LE(dimensions);
  const content = Buffer.concat([head, ...records]);
  check.writeUInt32LE(crc32(content));
  return Buffer.concat([content, check]);
}

/**
 * Reads what {@link packVectors} made. A file that is missing or damaged holds nothing: what would
 * stand there can be made again.
 * @param fingerprint of the model whose vectors are asked for
 */
export async function readPackedVectors(path: string, fingerprint: string): Promise<PackedVectors> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const end = bytes.length - CHECK_BYTES;
  if (end < HEAD_BYTES || crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) {
    return { keys: [], find: () => undefined };
  }
  const dimensions = bytes.readUInt32LE();
  const length = KEY_BYTES + dimensions * NUMBER_BYTES;
  const places = new Map<string, number>();
  for (let place = HEAD_BYTES; place < end; place += length) {
    places.set(bytes.toString('hex', place, place + KEY_BYTES), place + KEY_BYTES);
  }
  return {
    keys: [...places.keys()],
    find: (encoded) => {
      const place = places.get(vectorKey(fingerprint, encoded).toString('hex'));
      if (place === undefined) return undefined;
      const numbers = Float32Array.from({ length: dimensions }, (_, i) =>
        bytes.readInt16LE(place + i * NUMBER_BYTES),
      );
      const norm = Math.hypot(...numbers);
      return numbers.map((value) => value / norm);
    },
  };
}
