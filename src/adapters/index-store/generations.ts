import { randomBytes } from 'node:crypto';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AXES_FILE } from './axes-file.js';
import { DOCUMENT_FILE } from './document-files.js';
import { GRAPH_FILE } from './hnsw-graph.js';

/** Of an index folder, and of each generation in it. */
export const MANIFEST = 'manifest.json';

const NAME = /^generation-[0-9a-z]{8,}-[0-9a-f]{8}$/u;
const LEFTOVER_MANIFEST = /^manifest\.json\.[0-9a-f]{8}\.tmp$/u;
/** Of who wants to write; it is removed in no time, or was left there. */
const TRIED_LOCK = /^writer\.lock\.[0-9a-f]{8}\.tmp$/u;
const TRIED_FOR_MS = 60_000;
/** Put before the name of what is damaged: nobody takes it for an index any more. */
const ASIDE = 'set-aside-';
const ASIDE_MANIFEST = /^set-aside-manifest-[0-9a-z]{8,}\.json$/u;
/** What is damaged is kept for whoever wants to know why, the last one, and for a week. */
const ASIDE_FOR_MS = 7 * 24 * 60 * 60 * 1000;
/** What earlier versions of this program kept in a generation. */
const FORMER_FILES = [
  'documents.json',
  'entries.json',
  'vectors.f32',
  'docstore.json',
  'args.json',
];

/** What of an index folder is in use. */
export interface KeptGenerations {
  readonly current: string;
  /** The one before, which stands in where the current one turns out to be damaged. */
  readonly previous: string | undefined;
}

/**
 * A folder's name that no other build has: the time of its beginning, so that they sort, and
 * chance.
 */
export function newGenerationName(): string {
  return `generation-${timeName()}-${randomBytes(4).toString('hex')}`;
}

export function isGenerationName(name: string): boolean {
  return NAME.test(name);
}

/** Names of the generations in an index folder, the last one that was begun first. */
export async function generationsIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && isGenerationName(entry.name))
    .map(({ name }) => name)
    .sort()
    .reverse();
}

/** Removes the files that this program writes, and the folder where nothing else stands in it. */
export async function removeGeneration(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const isOwn =
      [GRAPH_FILE, AXES_FILE, MANIFEST, ...FORMER_FILES].includes(name) ||
      DOCUMENT_FILE.test(name) ||
      LEFTOVER_MANIFEST.test(name);
    if (isOwn) await rm(join(folder, name), { force: true });
  }
  await rmdir(folder).catch(() => undefined);
}

/** Under which a damaged generation, or a damaged manifest where none is named, is kept. */
export function asideName(generation: string | undefined): string {
  return generation === undefined ? `${ASIDE}manifest-${timeName()}.json` : `${ASIDE}${generation}`;
}

/**
 * What of an index folder is of no use: generations that are not kept, leftovers of builds that
 * died, and what was set aside long ago, or before something else was. Only the one writer may
 * remove it: what another has begun looks like a leftover.
 */
export async function leftoversIn(
  directory: string,
  { current, previous }: KeptGenerations,
): Promise<readonly string[]> {
  const names = await readdir(directory);
  const triedLocks = await byTime(
    directory,
    names.filter((name) => TRIED_LOCK.test(name)),
  );
  const aside = await byTime(directory, names.filter(isAside));
  const newest = aside.at(-1);
  const [now, tooOld] = [Date.now(), Date.now() - ASIDE_FOR_MS];
  return [
    ...names.filter(
      (name) =>
        LEFTOVER_MANIFEST.test(name) ||
        (isGenerationName(name) && name !== current && name !== previous),
    ),
    ...triedLocks.filter(({ timeMs }) => timeMs < now - TRIED_FOR_MS).map(({ name }) => name),
    ...aside.filter((one) => one !== newest || one.timeMs < tooOld).map(({ name }) => name),
  ];
}

/** Removes them; what cannot be removed now is tried again by whoever comes next. */
export async function removeLeftovers(directory: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = join(directory, name);
    const isFolder = isGenerationName(name) || isGenerationName(name.slice(ASIDE.length));
    await (isFolder ? removeGeneration(path) : rm(path, { force: true })).catch(() => undefined);
  }
}

function isAside(name: string): boolean {
  return (
    ASIDE_MANIFEST.test(name) ||
    (name.startsWith(ASIDE) && isGenerationName(name.slice(ASIDE.length)))
  );
}

async function byTime(
  directory: string,
  names: readonly string[],
): Promise<{ readonly name: string; readonly timeMs: number }[]> {
  const times = await Promise.all(
    names.map(async (name) => ({
      name,
      // When it was renamed.
      timeMs: (await stat(join(directory, name)).catch(() => undefined))?.ctimeMs ?? 0,
    })),
  );
  return times.sort((a, b) => a.timeMs - b.timeMs);
}

function timeName(): string {
  return Date.now().toString(36);
}
