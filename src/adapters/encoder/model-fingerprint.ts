import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROFILE_FILE } from './encoder-profile.js';

/** Files of a model that decide what its vectors are, beside its weights. */
const FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', PROFILE_FILE];
/** Bytes hashed at a time, under a millisecond each: whoever serves others goes on meanwhile. */
const CHUNK_BYTES = 1 << 18;

/**
 * SHA-256 over the files of a model, in hexadecimal: the same vectors come from the same
 * fingerprint.
 */
export async function modelFingerprint(folder: string): Promise<string> {
  const weights = (await readdir(join(folder, 'onnx')))
    .filter((name) => name.endsWith('.onnx'))
    .map((name) => `onnx/${name}`);
  const hash = createHash('sha256');
  for (const file of [...FILES, ...weights.sort()]) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    hash.update(file).update('\0');
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      hash.update(chunk as Buffer);
    }
  }
  return hash.digest('hex');
}
