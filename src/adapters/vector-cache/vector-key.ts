import { createHash } from 'node:crypto';
import type { EncodedText } from '../../ports/vector-cache.js';

/** Length of a {@link vectorKey}, in bytes: two texts share one in 2^64 or so. */
export const KEY_BYTES = 16;

/** What a vector is kept by: the beginning of a SHA-256 over all that decides what it is. */
export function vectorKey(fingerprint: string, { side, text }: EncodedText): Buffer {
  return createHash('sha256')
    .update(`${fingerprint}\0${side}\0${text}`)
    .digest()
    .subarray(0, KEY_BYTES);
}
