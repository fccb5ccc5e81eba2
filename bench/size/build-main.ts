// Writes a corpus of made paragraphs and builds its index, as ingesting does.
import { lstat, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openModels } from '../../src/composition/open-models.js';
import { refreshCorpusIndex } from '../../src/composition/refresh-corpus-index.js';
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
  readonly unknownTexts: number;
}

/** Tells of an index that is kept how it was built. */
const BUILT = 'built.json';

const { folder, texts, pool: sentences, passages, forPeers } = scriptOptions() as BuildOptions;
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
const encoder = new MadeEncoder(models.encoder, vectors);
const started = performance.now();
const { manifest, skipped } = await refreshCorpusIndex({
  corpusDir,
  indexDir,
  encoder,
  log: console,
});
const ms = performance.now() - started - encoder.spentMs;
if (skipped.length > 0) throw new Error(`Texts were left out: ${JSON.stringify(skipped[0])}`);
const result: BuildResult = {
  realParagraphs: Math.min(passages, pool.paragraphs.length),
  realSentences: pool.sentences.length,
  ...manifest.counts,
  textBytes: await bytesBelow(corpusDir),
  indexBytes: await bytesBelow(indexDir),
  seconds: ms / 1000,
  peakBytes: measureMemory().peak,
  unknownTexts: vectors.unknown,
};
if (forPeers) {
  const paragraphs = makeParagraphs(pool, passages);
  await writePeerInput(folder, models.encoder, { paragraphs, vectors });
}
await writeFile(join(folder, BUILT), JSON.stringify(result));
models.close();
sendResult(result);

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
