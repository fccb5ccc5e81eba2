import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DeclarationChatError } from '../../errors.js';
import type { IndexManifest } from '../../ports/index-storage.js';
import { replaceFile } from './durable-files.js';
import { corrupt, errorCode, REMEDY } from './faults.js';
import { isGenerationName, MANIFEST } from './generations.js';
import { FORMAT_VERSION, manifestSchema } from './manifest-schema.js';

/**
 * The manifest of an index folder, or undefined where there is none yet.
 * @throws DeclarationChatError `index-corrupt`, `index-mismatch`; `invalid-configuration` where the
 *   file is not an index's
 */
export async function readManifest(directory: string): Promise<IndexManifest | undefined> {
  const path = join(directory, MANIFEST);
  const json = await readRegularFile(path).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw corrupt(path, 'it cannot be read', error);
  });
  if (json === undefined) return undefined;
  await refuseForeign(directory, json);
  const { sha256, ...manifest } = parse(path, json);
  const version = manifest['formatVersion'];
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
  if (sha256 !== digestOf(manifest)) throw corrupt(path, 'its SHA-256 is not its own');
  return parsed.data;
}

/** Puts a manifest in the place of the one that is there, in one step; with its own SHA-256. */
export async function writeManifest(folder: string, manifest: IndexManifest): Promise<void> {
  const signed = { ...manifest, sha256: digestOf({ ...manifest }) };
  await replaceFile(join(folder, MANIFEST), `${JSON.stringify(signed, undefined, 2)}\n`);
}

/** What is no file, such as a pipe, may never end. */
async function readRegularFile(path: string): Promise<string> {
  if (!(await stat(path)).isFile()) throw new Error(`${path} is not a file.`);
  return readFile(path, 'utf8');
}

/** What is parsed again has its keys in the order in which they were written. */
function digestOf(manifest: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
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

function parse(path: string, json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json) as unknown;
  } catch (cause) {
    throw corrupt(path, 'it is not JSON', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw corrupt(path, 'its content is not what was written');
  }
  return { ...value };
}
