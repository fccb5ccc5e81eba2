import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import { replaceFile } from './durable-files.js';
import { corrupt, errorCode, REMEDY } from './faults.js';
import { isGenerationName } from './generations.js';
import type { IndexManifest } from '../../ports/index-storage.js';
import { FORMAT_VERSION, manifestSchema } from './manifest-schema.js';

const MANIFEST = 'manifest.json';

/**
 * The manifest of an index folder, or undefined where there is none yet.
 * @throws DeclarationChatError `index-corrupt`, `index-mismatch`; `invalid-configuration` where the
 *   file is not an index's
 */
export async function readManifest(directory: string): Promise<IndexManifest | undefined> {
  const path = join(directory, MANIFEST);
  const json = await readFile(path, 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw corrupt(path, 'it cannot be read', error);
  });
  if (json === undefined) return undefined;
  await refuseForeign(directory, json);
  const manifest = parse(path, json);
  const version =
    typeof manifest === 'object' && manifest !== null && 'formatVersion' in manifest
      ? manifest.formatVersion
      : undefined;
  if (typeof version === 'number' && version !== FORMAT_VERSION) {
    throw new DeclarationChatError(
      'index-mismatch',
      `${path} has format version ${version}, this program reads ${FORMAT_VERSION}. ${REMEDY}`,
    );
  }
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw corrupt(path, `its ${issue?.path.join('.') || 'content'} is not what was written`);
  }
  return parsed.data;
}

export async function writeManifest(directory: string, manifest: IndexManifest): Promise<void> {
  await replaceFile(join(directory, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/**
 * Many programs keep a manifest.json: one that is not ours, not even a damaged one, must not be
 * written over.
 */
async function refuseForeign(directory: string, json: string): Promise<void> {
  if (json.includes('"formatVersion"') || (await readdir(directory)).some(isGenerationName)) return;
  throw new DeclarationChatError(
    'invalid-configuration',
    `${join(directory, MANIFEST)} belongs to another program. Name another folder for the ` +
      'index with --index or INDEX_DIR.',
  );
}

function parse(path: string, json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw corrupt(path, 'it is not JSON', cause);
  }
}
