import { join } from 'node:path';
import type { IndexManifest } from '../../ports/index-storage.js';
import { digestFile } from './durable-files.js';
import { corrupt } from './faults.js';

/**
 * Holds every file against the manifest.
 * @throws DeclarationChatError `index-corrupt`, naming the first file that differs
 */
export async function verifyGeneration(
  folder: string,
  { files }: Pick<IndexManifest, 'files'>,
): Promise<void> {
  for (const [name, expected] of Object.entries(files)) {
    const path = join(folder, name);
    const found = await digestFile(path).catch((error: unknown) => {
      throw corrupt(path, 'it cannot be read', error);
    });
    if (found.bytes !== expected.bytes) {
      throw corrupt(path, `it has ${found.bytes} bytes instead of ${expected.bytes}`);
    }
    if (found.sha256 !== expected.sha256) {
      throw corrupt(path, 'its SHA-256 differs from the manifest');
    }
  }
}
