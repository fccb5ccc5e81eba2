import fsp, { cp, readdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import { VectorLog } from '../../src/adapters/vector-cache/vector-log.js';
import { DeclarationChatError } from '../../src/errors.js';
import { refreshIndex } from '../../src/ingestion/refresh-index.js';
import type { IndexedDocument } from '../../src/types.js';
import { anIndexedDocument } from '../support/indexed-documents.js';
import { RecordingEmbeddings } from '../support/recording-embeddings.js';
import { corpusOf } from '../support/saved-index.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { inFolder } from './folders.js';

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS'] as const;
/** What a step of a build does to the disk. */
const STEPS = ['open', 'writeFile', 'rename', 'link', 'copyFile', 'mkdir', 'rm', 'rmdir'] as const;
const HANDLE_STEPS = ['write', 'writeFile', 'appendFile', 'sync', 'truncate'] as const;
/** Whoever wanted to write may leave a file for a minute. */
const SETTLED =
  /^(?:generation-[\w-]+|manifest\.json|unfinished\.vectors|writer\.lock\.\w+\.tmp)$/u;

const RIVERS = anIndexedDocument('rivers', ['Rivers belong to all.', 'Dams need consent.']);
const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);
const BROOKS = anIndexedDocument('brooks', ['Brooks babble.', 'Fish shall pass.']);

/** The disk refuses a step of a build, once or from then on: the index that was there stays. */
export const fileSystem: FaultPart = {
  name: 'file-system',
  what: 'the disk refuses a step of a build',
  // Each step by each code; what is more begins again.
  full: 240,
  try: (options) => inFolder((folder) => refuseOver(folder, options)),
};

async function refuseOver(folder: string, { count, tell }: TryOptions): Promise<Findings> {
  const whole = join(folder, 'whole');
  await build(whole, [RIVERS]);
  await build(whole, [RIVERS, LAKES]);
  const steps = await withFaults({ at: Infinity, code: 'EIO', lasts: false }, async (taken) => {
    await cp(whole, join(folder, 'counted'), { recursive: true });
    await build(join(folder, 'counted'), [RIVERS, BROOKS]);
    return taken();
  });
  const lost: string[] = [];
  let failed = 0;
  for (let i = 0; i < count; i += 1) {
    const code = CODES[Math.floor(i / steps) % CODES.length] ?? 'EIO';
    const [at, lasts] = [i % steps, code !== 'EIO'];
    const index = join(folder, `try-${i}`);
    await cp(whole, index, { recursive: true });
    const outcome = await withFaults({ at, code, lasts }, () => build(index, [RIVERS, BROOKS]));
    if (outcome !== undefined) failed += 1;
    const fault = faultOf(outcome) ?? (await stateOf(index, outcome !== undefined));
    if (fault !== undefined) lost.push(`step ${at}, ${code}: ${fault}`);
    tell(i + 1);
  }
  return {
    tried: count,
    lost,
    figures: { steps: String(steps), 'builds that failed': String(failed) },
  };
}

/** The error of a build; undefined where it came to its end. */
async function build(
  folder: string,
  documents: readonly IndexedDocument[],
): Promise<Error | undefined> {
  const embeddings = new RecordingEmbeddings();
  return refreshIndex({
    corpus: corpusOf(documents),
    storage: new IndexDirectory(folder),
    embeddings,
    reading: createHash('sha256').digest('hex'),
    vectors: {
      openKnown: () => Promise.resolve({ find: () => undefined }),
      openCache: () => VectorLog.open(folder, embeddings),
    },
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error('something was thrown')),
  );
}

/** A refusal is said in words. */
function faultOf(outcome: Error | undefined): string | undefined {
  return outcome === undefined ||
    (outcome instanceof DeclarationChatError && outcome.code === 'index-unwritable')
    ? undefined
    : `said as ${String(outcome)}`;
}

/** What is wrong with the index after a build, and after one more. */
async function stateOf(folder: string, failed: boolean): Promise<string | undefined> {
  const index = new IndexDirectory(folder);
  const embeddings = new RecordingEmbeddings();
  const ids = async (): Promise<string> => {
    const { damage, index: opened } = await index.open(embeddings);
    return damage ?? opened.documents.map(({ id }) => id).join(' ');
  };
  const [before, after] = ['lakes rivers', 'brooks rivers'];
  const now = await ids();
  if (now !== after && !(failed && now === before)) return `it holds ${now}`;
  const again = await build(folder, [RIVERS, BROOKS]);
  if (again !== undefined) return `the next build failed: ${String(again)}`;
  if ((await ids()) !== after) return `after the next build it holds ${await ids()}`;
  const left = (await readdir(folder)).filter((name) => !SETTLED.test(name));
  return left.length > 0 ? `left behind: ${left.join(', ')}` : undefined;
}

interface Refusal {
  /** Number of the step that is refused, from 0. */
  readonly at: number;
  readonly code: (typeof CODES)[number];
  /** Whether all after it are as well. */
  readonly lasts: boolean;
}

type Anything = (...args: unknown[]) => Promise<unknown>;

/** Does some work while the disk refuses a step of it; `taken` gives how many there were. */
async function withFaults<Result>(
  { at, code, lasts }: Refusal,
  work: (taken: () => number) => Promise<Result>,
): Promise<Result> {
  let step = 0;
  const take = (name: string): void => {
    const refused = lasts ? step >= at : step === at;
    step += 1;
    if (refused) {
      throw Object.assign(new Error(`${code}: refused, ${name}`), { code, syscall: name });
    }
  };
  const api = fsp as unknown as Record<string, Anything>;
  const before = new Map(STEPS.map((name) => [name, api[name]]));
  for (const [name, real] of before) {
    api[name] = async (...args) => {
      // What is only read is no step of a build.
      if (name !== 'open' || args[1] !== 'r') take(name);
      const result = await real?.(...args);
      return name === 'open' ? refusingHandle(result, take) : result;
    };
  }
  syncBuiltinESMExports();
  try {
    return await work(() => step);
  } finally {
    Object.assign(api, Object.fromEntries(before));
    syncBuiltinESMExports();
  }
}

/** An open file whose steps are counted and refused as well. */
function refusingHandle(handle: unknown, take: (name: string) => void): unknown {
  const steps = handle as Record<string, Anything>;
  for (const name of HANDLE_STEPS) {
    const real = steps[name]?.bind(handle);
    steps[name] = async (...args) => {
      take(name);
      return real?.(...args);
    };
  }
  return handle;
}
