import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { DocumentLoader } from '../adapters/corpus/loaded-corpus.js';
import { LangChainEncoder } from '../adapters/encoder/langchain-encoder.js';
import type { CreateVectorStore } from '../adapters/index-store/store-content.js';
import type { VocabularyEncoder } from '../ports/encoder.js';
import type { Log } from '../ports/log.js';
import { corpusReport } from './corpus-report.js';
import { indexReport } from './index-report.js';
import { openAnswering, type Answering } from './open-answering.js';
import { openShippedModels, openShippedReader, type Models } from './open-models.js';
import { refreshCorpusIndex } from './refresh-corpus-index.js';
import { PROMPTS_DIR } from './shipped-files.js';

/** Two folders, and LangChain components of your own in the place of what ships. */
export interface FolderOptions {
  /** Folder of the texts, relative to the working directory, or a LangChain document loader. */
  readonly corpus: string | DocumentLoader;
  /** Folder of the index; made, and brought up to date with the texts, when it is opened. */
  readonly index: string;
  /**
   * The embedding model that ships unless given.
   */
  readonly embeddings?: EmbeddingsInterface;
  /**
   * Words the answers and makes follow-ups standalone; without, answers are the texts' own
   * sentences. Switch its own retries off (`maxRetries: 0`): they come on top.
   */
  readonly chatModel?: BaseChatModel;
  /** HNSW in the index folder, or exact search where it did not build, unless given. */
  readonly createVectorStore?: CreateVectorStore;
  /** Folder of prompts in the place of those that ship; the same files must stand in it. */
  readonly prompts?: string;
  /** Whether a server of the texts also serves their files, where they are in a folder; true unless given. */
  readonly serveSources?: boolean;
  /** Told what happens beside the answers; warnings go to `process.emitWarning` unless given. */
  readonly log?: Log;
  /** Ends the work on the index. */
  readonly signal?: AbortSignal;
}

const processWarnings: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message) => {
    process.emitWarning(message, 'DeclarationChatWarning');
  },
  error: (message) => {
    process.emitWarning(message, 'DeclarationChatWarning');
  },
};

/**
 * Brings the index up to date with the texts, and opens what answers questions from it.
 * @throws DeclarationChatError
 */
export async function openFolders(options: FolderOptions): Promise<Answering> {
  const { corpus, index, chatModel, log = processWarnings, signal } = options;
  const { encoder, openReader } = await modelsFor(options.embeddings);
  const outcome = await refreshCorpusIndex({
    ...(typeof corpus === 'string' ? { corpusDir: corpus } : { corpusLoader: corpus }),
    indexDir: index,
    encoder,
    log,
    signal,
  });
  for (const line of corpusReport(outcome)) log.warn(line);
  for (const line of indexReport(outcome)) log.warn(line);
  const reader = await openReader();
  return openAnswering({
    indexDir: index,
    encoder,
    reader,
    claimReader: reader,
    log,
    promptsDir: options.prompts ?? PROMPTS_DIR,
    chatModels: chatModel && { answering: chatModel, condensing: chatModel },
    createVectorStore: options.createVectorStore,
  });
}

async function modelsFor(
  embeddings: EmbeddingsInterface | undefined,
): Promise<Pick<Models, 'encoder' | 'openReader'>> {
  if (embeddings === undefined) return openShippedModels();
  const encoder = isVocabularyEncoder(embeddings)
    ? embeddings
    : await LangChainEncoder.of(embeddings);
  return { encoder, openReader: openShippedReader };
}

function isVocabularyEncoder(embeddings: EmbeddingsInterface): embeddings is VocabularyEncoder {
  return ['fingerprint', 'dimensions', 'embedQueries', 'isWord', 'understands'].every(
    (member) => member in embeddings,
  );
}
