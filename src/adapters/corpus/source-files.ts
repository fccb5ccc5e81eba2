import path from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import { liesWithin } from './list-files.js';
import { readBounded } from './read-bounded.js';

/** Far more than any file that is read as a text. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of a file by its path within the corpus folder; undefined where it is gone, may not be
 * read, or lies elsewhere.
 */
export async function readSourceFile(
  corpusDir: string,
  file: string,
): Promise<Uint8Array | undefined> {
  const place = path.join(corpusDir, file);
  try {
    return (await liesWithin(place, corpusDir)) ? await readBounded(place, MAX_BYTES) : undefined;
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code !== undefined;
    if (gone || error instanceof DeclarationChatError) return undefined;
    throw error;
  }
}
