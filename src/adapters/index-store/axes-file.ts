import { join } from 'node:path';
import type { IndexManifest } from '../../ports/index-storage.js';
import { writeDurably } from './durable-files.js';
import type { Axes } from './principal-axes.js';
import { readVectors, toBytes } from './vector-file.js';

/** Name of the file in a generation: the axes along which its graph was built, where it was. */
export const AXES_FILE = 'axes.f32';

export function hasAxes({ files }: Pick<IndexManifest, 'files'>): boolean {
  return AXES_FILE in files;
}

export async function writeAxes(folder: string, { values }: Axes): Promise<void> {
  await writeDurably(join(folder, AXES_FILE), toBytes(values));
}

/** Undefined where the graph was built of the vectors as they are. */
export async function readAxes(
  folder: string,
  manifest: Pick<IndexManifest, 'files' | 'embedding'>,
): Promise<Axes | undefined> {
  if (!hasAxes(manifest)) return undefined;
  const values = await readVectors(join(folder, AXES_FILE));
  return { values, dimensions: manifest.embedding.dimensions };
}
