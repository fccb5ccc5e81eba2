import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { openCorpus } from '../src/adapters/corpus/open-corpus.js';
import { IndexDirectory } from '../src/adapters/index-store/index-directory.js';
import type { IndexManifest } from '../src/ports/index-storage.js';
import { VectorLog } from '../src/adapters/vector-cache/vector-log.js';
import { TransformersEncoder } from '../src/adapters/encoder/transformers-encoder.js';
import { loadConfig } from '../src/bin/config/load-config.js';
import { textsOf } from '../src/ingestion/entries.js';
import { refreshIndex } from '../src/ingestion/refresh-index.js';
import { readCorpusDocuments } from '../src/composition/read-corpus-documents.js';
import { median, rounded } from './quantiles.js';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const CORPUS = join(PROJECT, 'corpus');
const RUNS = 5;
/** LangChain's own default for this splitter. */
const CHUNK = { chunkSize: 1000, chunkOverlap: 200 };

export interface IngestionRow {
  /** Of the whole way, from the folder to the saved index; median of the runs. */
  readonly seconds: number;
  /** Paragraphs of the texts over those seconds, also where the texts are cut otherwise. */
  readonly paragraphsPerSecond: number;
  readonly vectors: number;
  readonly vectorsPerSecond: number;
}

export interface IngestionResult {
  readonly runs: number;
  readonly paragraphs: number;
  readonly rows: Readonly<Record<string, IngestionRow>>;
}

interface Contender {
  readonly name: string;
  /** Builds and saves an index in an empty folder; resolves to the number of vectors. */
  readonly ingest: (folder: string) => Promise<number>;
  readonly seconds: number[];
  vectors: number;
}

/**
 * From the folder of texts to a saved index, by this project and by LangChain's own parts with the
 * same model.
 */
export async function benchIngestion(): Promise<IngestionResult> {
  const config = loadConfig({});
  const embeddings = await TransformersEncoder.load({
    model: config.embeddingModel,
    modelsDirectory: config.modelsDir,
  });
  const texts = await textsOfEntries();
  let paragraphs = 0;
  const contenders: readonly Contender[] = [
    {
      name: 'declaration-chat',
      seconds: [],
      vectors: 0,
      ingest: async (folder) => {
        const counts = await ingestHere(folder, embeddings);
        paragraphs = counts.paragraphs;
        return counts.entries;
      },
    },
    {
      name: 'LangChain splitter + HNSWLib',
      seconds: [],
      vectors: 0,
      ingest: (folder) => ingestByLangChain(folder, embeddings),
    },
    {
      name: 'HNSWLib, the same texts ready cut',
      seconds: [],
      vectors: 0,
      ingest: (folder) => ingestCut(folder, texts, embeddings),
    },
  ];
  // The first run of each warms up the compiler and is not counted.
  for (let run = 0; run <= RUNS; run++) {
    for (const contender of contenders) await measure(contender, run);
  }
  const rows = contenders.map(
    (contender) => [contender.name, toRow(contender, paragraphs)] as const,
  );
  return { runs: RUNS, paragraphs, rows: Object.fromEntries(rows) };
}

async function measure(contender: Contender, run: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'declaration-chat-bench-'));
  try {
    const started = performance.now();
    contender.vectors = await contender.ingest(folder);
    const seconds = (performance.now() - started) / 1000;
    if (run > 0) contender.seconds.push(seconds);
    console.log(
      `${contender.name}, ${run === 0 ? 'warming up' : `run ${run} of ${RUNS}`}: ${seconds.toFixed(2)} s`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toRow({ seconds, vectors }: Contender, paragraphs: number): IngestionRow {
  const middle = median(seconds);
  return {
    seconds: rounded(middle, 2),
    paragraphsPerSecond: rounded(paragraphs / middle, 0),
    vectors,
    vectorsPerSecond: rounded(vectors / middle, 0),
  };
}

async function ingestHere(
  folder: string,
  embeddings: TransformersEncoder,
): Promise<IndexManifest['counts']> {
  const corpus = await openCorpus(CORPUS);
  try {
    const { manifest } = await refreshIndex({
      corpus,
      storage: new IndexDirectory(folder),
      embeddings,
      reading: 'bench',
      vectors: {
        openKnown: () => Promise.resolve({ find: () => undefined }),
        openCache: () => VectorLog.open(folder, embeddings),
      },
    });
    return manifest.counts;
  } finally {
    corpus.close();
  }
}

async function ingestByLangChain(folder: string, embeddings: TransformersEncoder): Promise<number> {
  const { documents: sources } = await readCorpusDocuments(CORPUS);
  const splitter = new RecursiveCharacterTextSplitter(CHUNK);
  const chunks = await splitter.createDocuments(sources.map(({ text }) => text));
  const store = await HNSWLib.fromDocuments(chunks, embeddings);
  await store.save(folder);
  return chunks.length;
}

/**
 * The texts that this project makes vectors of: paragraphs, sentences, and questions that lead to
 * them.
 */
async function textsOfEntries(): Promise<string[]> {
  const { documents } = await readCorpusDocuments(CORPUS);
  return documents.flatMap((document) => textsOf(document).map(({ text }) => text));
}

/**
 * The least that the same vectors can cost with LangChain: nothing is read, cut, hashed, verified
 * or waited for.
 */
async function ingestCut(
  folder: string,
  texts: string[],
  embeddings: TransformersEncoder,
): Promise<number> {
  const store = await HNSWLib.fromTexts(texts, {}, embeddings);
  await store.save(folder);
  return texts.length;
}
