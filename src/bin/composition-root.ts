import { basename } from 'node:path';
import { withExpansions } from '../adapters/corpus/expansions.js';
import { readCorpus } from '../adapters/corpus/read-corpus.js';
import type { SkippedFile } from '../ports/corpus.js';
import { isHnswAvailable } from '../adapters/index-store/hnsw-store.js';
import { IndexDirectory } from '../adapters/index-store/index-directory.js';
import { readPrompt } from '../adapters/prompt-file.js';
import { TransformersEncoder } from '../adapters/encoder/transformers-encoder.js';
import { readDocuments } from '../ingestion/read-documents.js';
import { refreshIndex, type RefreshOutcome } from '../ingestion/refresh-index.js';
import { SpellingCorrector } from '../retrieval/query/spelling-corrector.js';
import { DeclarationRetriever } from '../retrieval/retriever.js';
import { decideAnswerable } from '../answering/abstention/decide-answerable.js';
import type { AnswerDependencies } from '../chat/answer-dependencies.js';
import { createConsoleLog } from '../adapters/log/console-log.js';
import { createSearchIndex, type SearchIndex } from '../retrieval/search/search-index.js';
import { loadCondenser } from './condenser.js';
import type { Config } from './config.js';
import { loadGenerator } from './generator.js';
import { createProgress } from './progress.js';

const SHOWN_FROM_BYTES = 1_000_000;

/** Loads the embedding model; a download shows its progress. */
export async function loadEmbeddings(config: Config): Promise<TransformersEncoder> {
  const progress = createProgress({
    label: `Downloading ${config.embeddingModel} from ${config.hubAddress}`,
    unit: 'bytes',
  });
  try {
    return await TransformersEncoder.load({
      model: config.embeddingModel,
      modelsDirectory: config.modelsDir,
      hubAddress: config.hubAddress,
      onDownload: ({ loadedBytes, totalBytes }) => {
        // The first files are small: a bar for them would be full before the model begins.
        if (totalBytes >= SHOWN_FROM_BYTES) progress.update(loadedBytes, totalBytes);
      },
    });
  } finally {
    progress.stop();
  }
}

export interface IngestOutcome extends RefreshOutcome {
  readonly skipped: readonly SkippedFile[];
}

/** Brings the index up to date with the corpus folder. */
export async function ingestCorpus(
  config: Config,
  embeddings: TransformersEncoder,
  signal?: AbortSignal,
): Promise<IngestOutcome> {
  const { documents, skipped } = await readDocuments(config.corpusDir, {
    readCorpus,
    withExpansions,
    signal,
  });
  if (!(await isHnswAvailable())) {
    console.error(
      'hnswlib-node did not build on this machine: exact search stands in for HNSW. Install python3, make and g++, then `npm rebuild hnswlib-node`.',
    );
  }
  const progress = createProgress({ label: 'Embedding', unit: 'paragraphs' });
  const outcome = await refreshIndex({
    documents,
    storage: new IndexDirectory(config.indexDir),
    embeddings,
    signal,
    onProgress: ({ doneParagraphs, totalParagraphs }) => {
      progress.update(doneParagraphs, totalParagraphs);
    },
  }).finally(() => {
    progress.stop();
  });
  return { ...outcome, skipped };
}

const NOTE_BESIDE_TEXTS = /^readme(?:\.|$)/iu;

/**
 * Says on standard error what the person who keeps the corpus may want to mend; a README is meant
 * to be left out.
 */
export function warnOf({ skipped, discarded }: IngestOutcome): void {
  for (const { path, reason } of skipped) {
    if (!NOTE_BESIDE_TEXTS.test(basename(path))) console.error(`Skipped ${path}: ${reason}`);
  }
  if (discarded !== undefined) console.error(`The former index was built anew: ${discarded}.`);
}

export type Engine = AnswerDependencies;

/** Opens the index and everything that answers questions from it. */
export async function openEngine(config: Config, embeddings: TransformersEncoder): Promise<Engine> {
  const index = createSearchIndex(await new IndexDirectory(config.indexDir).open(embeddings));
  const abstention = await readPrompt(config.promptsDir, 'abstention', ['documents']);
  const nothingFound = await readPrompt(config.promptsDir, 'nothing-found', [
    'documents',
    'languages',
  ]);
  const condense = await loadCondenser(config);
  return {
    index,
    retriever: new DeclarationRetriever({
      index,
      embeddings,
      spelling: spellingFor(index, embeddings),
      condense,
    }),
    decide: decideAnswerable,
    abstention: (titles) => abstention({ documents: titles.join('; ') }),
    nothingFound: (titles, languages) =>
      nothingFound({
        documents: titles.join('; '),
        languages: languages.map(nameOfLanguage).join(', '),
      }),
    generate: await loadGenerator(config, { index, embeddings }),
    log: createConsoleLog(config.logLevel),
  };
}

/** `English` for `en`; the tag itself where there is no name for it. */
function nameOfLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Mends questions with the words of an index's texts. */
export function spellingFor(
  { paragraphs }: SearchIndex,
  embeddings: TransformersEncoder,
): SpellingCorrector {
  const texts = paragraphs.map(({ paragraph }) => [...paragraph.section, paragraph.text].join(' '));
  return new SpellingCorrector(texts, (word) => embeddings.isWord(word));
}
