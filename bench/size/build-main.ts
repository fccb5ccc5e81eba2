// Writes a corpus of made paragraphs and builds its index, as ingesting does.
import { lstat, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../src/adapters/postgres/database.js';
import { openModels } from '../../src/composition/open-models.js';
import { refreshCorpusIndex } from '../../src/composition/refresh-corpus-index.js';
import type { IndexManifest } from '../../src/ports/index-storage.js';
import { openBenchDatabase } from './bench-database.js';
import { MadeEncoder } from './made-encoder.js';
import { MadeVectors } from './made-vectors.js';
import { measureMemory } from './memory.js';
import { writePeerInput } from './peer-input.js';
import { makeParagraphs } from './recombine.js';
import { scriptOptions, sendResult } from './scripts.js';
import { openPool } from './sentence-pool.js';
import { writeCorpus } from './write-corpus.js';

export interface BuildOptions {
  readonly folder: string;
  readonly texts: string;
  readonly pool: number;
  readonly passages: number;
  /** Whether peers are given the same. */
  readonly forPeers: boolean;
  /** A PostgreSQL database that is given the same, by its address. */
  readonly database?: string | undefined;
}

export interface BuildResult {
  readonly realParagraphs: number;
  readonly realSentences: number;
  readonly documents: number;
  readonly paragraphs: number;
  /** Vectors: of paragraphs, their sentences, and questions that lead to them. */
  readonly entries: number;
  readonly textBytes: number;
  readonly indexBytes: number;
  /** From the folder of texts to the index; making vectors apart. */
  readonly seconds: number;
  readonly peakBytes: number;
  /** To an index in the database. */
  readonly databaseSeconds?: number;
  readonly unknownTexts: number;
}

/** Tells of an index that is kept how it was built. */
const BUILT = 'built.json';

const {
  folder,
  texts,
  pool: sentences,
  passages,
  forPeers,
  database: url,
} = scriptOptions() as BuildOptions;
const models = await openModels();
const pool = await openPool(models.encoder, { texts, sentences });
const corpusDir = join(folder, 'corpus');
const indexDir = join(folder, 'index');
const vectors = new MadeVectors(pool);
await writeCorpus(
  corpusDir,
  (function* () {
    for (const paragraph of makeParagraphs(pool, passages)) {
      vectors.register(paragraph);
      yield paragraph;
    }
  })(),
);
const { manifest, seconds } = await build();
const peakBytes = measureMemory().peak;
const inDatabase = url === undefined ? undefined : await build(openBenchDatabase(url));
const result: BuildResult = {
  realParagraphs: Math.min(passages, pool.paragraphs.length),
  realSentences: pool.sentences.length,
  ...manifest.counts,
  textBytes: await bytesBelow(corpusDir),
  indexBytes: await bytesBelow(indexDir),
  seconds,
  peakBytes,
  ...(inDatabase && { databaseSeconds: inDatabase.seconds }),
  unknownTexts: vectors.unknown,
};
if (forPeers) {
  const paragraphs = makeParagraphs(pool, passages);
  await writePeerInput(folder, models.encoder, { paragraphs, vectors });
}
await writeFile(join(folder, BUILT), JSON.stringify(result));
models.close();
sendResult(result);

async function build(
  database?: Database,
): Promise<{ readonly manifest: IndexManifest; readonly seconds: number }> {
  const encoder = new MadeEncoder(models.encoder, vectors);
  const started = performance.now();
  const { manifest, skipped } = await refreshCorpusIndex({
    ...{ corpusDir, indexDir, encoder, log: console },
    ...(database && { database }),
  });
  if (skipped.length > 0) throw new Error(`Texts were left out: ${JSON.stringify(skipped[0])}`);
  return { manifest, seconds: (performance.now() - started - encoder.spentMs) / 1000 };
}

/** Files that stand in two places (hard links) count once. */
async function bytesBelow(root: string): Promise<number> {
  const sizes = new Map<number, number>();
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const { ino, size } = await lstat(join(entry.parentPath, entry.name));
    sizes.set(ino, size);
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
