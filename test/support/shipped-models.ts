import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rememberReadings } from '../../evaluation/remembered-readings.js';
import { TransformersEncoder } from '../../src/adapters/encoder/transformers-encoder.js';
import { TransformersReader } from '../../src/adapters/reader/transformers-reader.js';
import type { Database } from '../../src/adapters/postgres/database.js';
import type { AnswerDependencies } from '../../src/chat/answer-dependencies.js';
import { openAnswering } from '../../src/composition/open-answering.js';
import { refreshCorpusIndex } from '../../src/composition/refresh-corpus-index.js';
import {
  READER_DIR,
  MODELS_DIR,
  PROMPTS_DIR,
  SHIPPED_MODEL,
} from '../../src/composition/shipped-files.js';
import type { ClaimReader } from '../../src/ports/claim-reader.js';
import type { VocabularyEncoder } from '../../src/ports/encoder.js';
import type { PassageReader } from '../../src/ports/passage-reader.js';
import { rememberVectors, rememberWeighings } from './remembering-models.js';
import { SILENT } from './silent-log.js';
import { requireProject } from './test-project.js';

requireProject('models');

let loadingEncoder: Promise<TransformersEncoder> | undefined;
let encoder: Promise<VocabularyEncoder> | undefined;
let reader: Promise<PassageReader> | undefined;
let claimReader: Promise<ClaimReader> | undefined;
let loaded: Promise<TransformersReader> | undefined;

/** The encoder that ships, loaded once a thread. */
export function loadedEncoder(): Promise<TransformersEncoder> {
  loadingEncoder ??= TransformersEncoder.load({
    model: SHIPPED_MODEL,
    modelsDirectory: MODELS_DIR,
  });
  return loadingEncoder;
}

/** The same; what it has embedded it remembers. */
export function shippedEncoder(): Promise<VocabularyEncoder> {
  encoder ??= loadedEncoder().then(rememberVectors);
  return encoder;
}

/** The reader that ships, as a reader of claims; what it has weighed it remembers. */
export function shippedClaimReader(): Promise<ClaimReader> {
  loaded ??= TransformersReader.load(READER_DIR);
  claimReader ??= loaded.then(rememberWeighings);
  return claimReader;
}

/** The reader that ships, loaded once a thread; what it has read it remembers. */
function shippedReader(): Promise<PassageReader> {
  loaded ??= TransformersReader.load(READER_DIR);
  reader ??= loaded.then(rememberReadings);
  return reader;
}

/**
 * What answers questions about a folder of texts with the models that ship, in this process.
 * @param database holds the index, where it is given
 */
export async function openShippedAnswering(
  corpusDir: string,
  database?: Database,
): Promise<AnswerDependencies> {
  const indexDir = await mkdtemp(join(tmpdir(), 'declaration-chat-index-'));
  const [encoder, reader] = await Promise.all([shippedEncoder(), shippedReader()]);
  // Texts and vectors are read from there as long as this process asks.
  process.once('exit', () => {
    rmSync(indexDir, { recursive: true, force: true });
  });
  await refreshCorpusIndex({ corpusDir, indexDir, database, encoder, log: SILENT });
  const parts = { encoder, reader, indexDir, database, promptsDir: PROMPTS_DIR, log: SILENT };
  return openAnswering(parts);
}
