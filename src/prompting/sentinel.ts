import { createHash } from 'node:crypto';

const HASH_LENGTH = 16;

/**
 * A mark to put before and after texts that others wrote, `TEXT-` and 16 hexadecimal digits; the
 * same for the same texts. No text can hold it: it is made of their hash, which changes with every
 * attempt to write it into one.
 */
export function sentinelFor(texts: readonly string[]): string {
  const hash = createHash('sha256');
  // Lengths keep the borders of the texts apart.
  for (const text of texts) hash.update(`${text.length}\n`).update(text);
  return `TEXT-${hash.digest('hex').slice(0, HASH_LENGTH)}`;
}
