import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { writeDurably } from './durable-files.js';
import { corrupt } from './faults.js';

/** A SHA-256. */
const SEAL_BYTES = 32;

/**
 * Writes bytes behind the hash of them and of the file's name: what is read is what was made under
 * that name, whatever the manifest says of the file.
 */
export async function writeSealed(path: string, content: Uint8Array): Promise<void> {
  await writeDurably(path, Buffer.concat([sealOf(path, content), content]));
}

/**
 * What stands behind the seal.
 * @throws DeclarationChatError `index-corrupt`
 */
export async function readSealed(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  const content = bytes.subarray(SEAL_BYTES);
  if (!sealOf(path, content).equals(bytes.subarray(0, SEAL_BYTES))) {
    throw corrupt(path, 'it is not what was made');
  }
  return content;
}

function sealOf(path: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(basename(path)).update(content).digest();
}
