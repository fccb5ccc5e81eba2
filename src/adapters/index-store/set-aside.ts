import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexManifest } from '../../ports/index-storage.js';
import { share, syncFolder } from './durable-files.js';
import { errorCode } from './faults.js';
import { asideName, generationsIn, MANIFEST } from './generations.js';
import { readManifest, writeManifest } from './manifest-file.js';

/**
 * Keeps a generation, or the manifest where none is named, under a name that nobody takes for an
 * index's, and puts the last other generation in its place, where there is one. Only the one writer
 * may do so. Whenever it is interrupted, the manifest names a generation that is there.
 * @returns the new name; undefined where nothing of it is left
 */
export async function setAside(
  directory: string,
  generation: string | undefined,
): Promise<string | undefined> {
  const manifest = join(directory, MANIFEST);
  const aside = asideName(generation);
  if (generation === undefined) await share(manifest, join(directory, aside));
  const earlier = await lastWhole(directory, generation);
  if (earlier === undefined) await rm(manifest, { force: true });
  else await writeManifest(directory, earlier);
  const isKept = generation === undefined || (await moved(directory, generation, aside));
  await syncFolder(directory);
  return isKept ? aside : undefined;
}

/** Whether there was anything to rename. */
async function moved(directory: string, from: string, to: string): Promise<boolean> {
  try {
    await rename(join(directory, from), join(directory, to));
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * The manifest of the last generation but this one that was built to its end: one that can be read
 * is in it.
 */
export async function lastWhole(
  directory: string,
  generation: string | undefined,
): Promise<IndexManifest | undefined> {
  for (const name of await generationsIn(directory)) {
    if (name === generation) continue;
    const manifest = await readManifest(join(directory, name)).catch(() => undefined);
    if (manifest?.generation === name) return manifest;
  }
  return undefined;
}
