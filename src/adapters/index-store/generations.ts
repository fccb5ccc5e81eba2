import { randomBytes } from 'node:crypto';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DOCUMENT_FILE } from './document-files.js';
import { GRAPH_FILE } from './hnsw-graph.js';

const NAME = /^generation-[0-9a-z]{8,}-[0-9a-f]{8}$/u;
const LEFTOVER_MANIFEST = /^manifest\.json\.[0-9a-f]{8}\.tmp$/u;
/** What earlier versions of this program kept in a generation. */
const FORMER_FILES = [
  'documents.json',
  'entries.json',
  'vectors.f32',
  'docstore.json',
  'args.json',
];
/**
 * What no manifest names and is older than this was left by a build that died; what is younger may
 * be another build's work.
 */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * A folder's name that no other build has: the time of its beginning, so that they sort, and
 * chance.
 */
export function newGenerationName(): string {
  return `generation-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
}

export function isGenerationName(name: string): boolean {
  return NAME.test(name);
}

/** Removes the files that this program writes, and the folder where nothing else stands in it. */
export async function removeGeneration(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === GRAPH_FILE || DOCUMENT_FILE.test(name) || FORMER_FILES.includes(name)) {
      await rm(join(folder, name), { force: true });
    }
  }
  await rmdir(folder).catch(() => undefined);
}

/**
 * Clears an index folder of the generation that was in use before, and of what builds that died
 * have left in it.
 */
export async function removeSuperseded(
  directory: string,
  { current, previous }: { readonly current: string; readonly previous: string | undefined },
): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isFile() && LEFTOVER_MANIFEST.test(entry.name)) {
      if (await isAbandoned(path)) await rm(path, { force: true });
    } else if (entry.isDirectory() && isGenerationName(entry.name) && entry.name !== current) {
      if (entry.name === previous || (await isAbandoned(path))) await removeGeneration(path);
    }
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}
