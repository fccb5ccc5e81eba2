import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of a model that decide what its vectors are, beside its weights. */
const FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

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
    if (existsSync(path)) {
      hash
        .update(file)
        .update('\0')
        .update(await readFile(path));
    }
  }
  return hash.digest('hex');
}
