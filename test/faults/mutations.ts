import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import { writeManifest } from '../../src/adapters/index-store/manifest-file.js';
import type { IndexManifest } from '../../src/ports/index-storage.js';
import { anIndexedDocument, contentOf } from '../support/indexed-documents.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';
import { saveIndex } from '../support/saved-index.js';
import { Chance } from './chance.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { inFolder } from './folders.js';
import type { Answered } from './open-in-child.js';

const CHILD = fileURLToPath(new URL('open-in-child.ts', import.meta.url));
const DIMENSIONS = 32;

/** Files that changed on the disk: told by their hashes. */
export const mutations: FaultPart = {
  name: 'mutations',
  what: 'a file of the index changed',
  full: 2_700,
  try: (options) => inFolder((folder) => mutateOver(folder, { ...options, matching: false })),
};

/** Files that changed before they were hashed: told by what is in them. */
export const matchingMutations: FaultPart = {
  name: 'matching-mutations',
  what: 'a file of the index changed, and the manifest agrees',
  full: 300,
  try: (options) => inFolder((folder) => mutateOver(folder, { ...options, matching: true })),
};

type MutateOptions = TryOptions & { readonly matching: boolean };

async function mutateOver(
  folder: string,
  { count, seed, tell, matching }: MutateOptions,
): Promise<Findings> {
  const chance = new Chance(seed);
  const reader = new ChildReader();
  await build(folder, 'first');
  const before = answersOf(await reader.open(folder));
  const manifest = await build(folder, 'second');
  const present = answersOf(await reader.open(folder));
  const lost: string[] = [];
  const counts = { refused: 0, 'index before used': 0, 'same answers': 0 };
  for (let i = 0; i < count; i += 1) {
    const mutation = await mutate(folder, { manifest, chance, matching });
    const said = await reader.open(folder);
    await mutation.undo();
    const answers = answersOf(said);
    if (said.died) lost.push(`${mutation.what}: the process died`);
    else if (said.refused !== undefined) counts.refused += 1;
    else if (answers === present) counts['same answers'] += 1;
    // Said to be that.
    else if (answers === before && said.damage !== undefined) counts['index before used'] += 1;
    else lost.push(`${mutation.what}: other answers`);
    tell(i + 1);
  }
  reader.end();
  const figures = Object.entries(counts).map(([name, number]) => [name, String(number)]);
  return { tried: count, lost, figures: Object.fromEntries(figures) as Record<string, string> };
}

/** The first of two generations, or the second upon it, from which one of its documents is gone. */
async function build(folder: string, which: 'first' | 'second'): Promise<IndexManifest> {
  const storage = new IndexDirectory(folder);
  const encoder = new RecordingEmbeddings({ dimensions: DIMENSIONS });
  const lines = (name: string): string[] =>
    Array.from({ length: 30 }, (_, i) => `The ${name} of place ${i} shall be free.`);
  const documents = ['rivers', 'lakes', 'brooks'].map((name) =>
    anIndexedDocument(name, lines(name)),
  );
  if (which === 'first') {
    return saveIndex(storage, contentOf(documents.slice(0, 2), DIMENSIONS), { encoder });
  }
  const present = await storage.readManifest();
  if (present === undefined) throw new Error('The first generation is missing.');
  const second = contentOf(documents.slice(1), DIMENSIONS);
  const all = contentOf(documents, DIMENSIONS);
  // Vectors of the shared document stay as they were.
  const from = all.entries.findIndex(({ documentId }) => documentId !== 'rivers') * DIMENSIONS;
  const values = all.vectors.values.slice(from);
  return saveIndex(
    storage,
    { ...second, vectors: { values, dimensions: DIMENSIONS } },
    { encoder, present },
  );
}

interface Mutation {
  readonly what: string;
  readonly undo: () => Promise<void>;
}

/** Changes one file of the present generation, or the manifest. */
async function mutate(
  folder: string,
  {
    manifest,
    chance,
    matching,
  }: { readonly manifest: IndexManifest; readonly chance: Chance; readonly matching: boolean },
): Promise<Mutation> {
  const manifestPath = join(folder, 'manifest.json');
  const manifestBefore = await readFile(manifestPath);
  const name = chance.of([...Object.keys(manifest.files), 'hnswlib.index', 'manifest.json']);
  if (name === 'manifest.json') {
    const undo = (): Promise<void> => writeFile(manifestPath, manifestBefore);
    if (matching) {
      const [changed, what] = changeValue(manifest, chance);
      await writeManifest(folder, changed);
      return { what, undo };
    }
    const [bytes, how] = changeBytes(manifestBefore, chance);
    await writeFile(manifestPath, bytes);
    return { what: `manifest.json ${how}`, undo };
  }
  const path = join(folder, manifest.generation, name);
  const before = await readFile(path);
  const [bytes, how] = changeBytes(before, chance);
  await writeFile(path, bytes);
  if (matching) {
    const digest = {
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    await writeManifest(folder, { ...manifest, files: { ...manifest.files, [name]: digest } });
  }
  return {
    what: `${name} ${how}`,
    undo: async () => {
      await writeFile(path, before);
      await writeFile(manifestPath, manifestBefore);
    },
  };
}

function changeBytes(bytes: Buffer, chance: Chance): readonly [Buffer, string] {
  const copy = Buffer.from(bytes);
  const at = chance.below(copy.length);
  const length = Math.min(1 + chance.below(512), copy.length - at);
  const kind = chance.of(['bit', 'byte', 'number', 'zeros', 'noise', 'moved', 'cut', 'longer']);
  if (kind === 'bit') copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
  else if (kind === 'byte') copy[at] = ((copy[at] ?? 0) + 1 + chance.below(255)) % 256;
  else if (kind === 'number') chance.bytes(4).copy(copy, at - (at % 4));
  else if (kind === 'zeros') copy.fill(0, at, at + length);
  else if (kind === 'noise') chance.bytes(length).copy(copy, at);
  else if (kind === 'moved') bytes.copy(copy, at, chance.below(bytes.length));
  else if (kind === 'cut') return [copy.subarray(0, at), `cut at ${at}`];
  else return [Buffer.concat([copy, chance.bytes(length)]), `longer by ${length}`];
  return [copy, `${kind} at ${at}`];
}

/** Another value in some place of a manifest. */
function changeValue(manifest: IndexManifest, chance: Chance): readonly [IndexManifest, string] {
  const copy = structuredClone(manifest);
  let place: Record<string, unknown> = copy as unknown as Record<string, unknown>;
  for (let path = ''; ;) {
    const key = chance.of(Object.keys(place));
    const value = place[key];
    path += `.${key}`;
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
      place = value as Record<string, unknown>;
      continue;
    }
    place[key] =
      typeof value === 'number'
        ? chance.of([value + 1, value - 1, 0, 2 ** 40, Number.MAX_SAFE_INTEGER])
        : chance.of([`${String(value)}x`, '', 'generation-00000000-00000000', 7, null]);
    return [copy, `manifest${path} ${JSON.stringify(value)} → ${JSON.stringify(place[key])}`];
  }
}

function answersOf({ answers }: Answered): string {
  return JSON.stringify(answers);
}

/** Opens indexes in a process that may die of it. */
class ChildReader {
  #child: ChildProcess | undefined;

  async open(folder: string): Promise<Answered & { readonly died?: true }> {
    this.#child ??= fork(CHILD, [String(DIMENSIONS)], { execArgv: ['--import', 'tsx'] });
    const child = this.#child;
    child.send(folder);
    const gone = new AbortController();
    const { signal } = gone;
    try {
      return await Promise.race([
        once(child, 'message', { signal }).then(([answered]) => answered as Answered),
        once(child, 'exit', { signal }).then(() => {
          this.#child = undefined;
          return { died: true as const };
        }),
      ]);
    } finally {
      gone.abort();
    }
  }

  end(): void {
    this.#child?.kill();
  }
}
