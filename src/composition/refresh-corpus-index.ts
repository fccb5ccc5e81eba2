import { openLoadedCorpus, type DocumentLoader } from '../adapters/corpus/loaded-corpus.js';
import { openCorpus } from '../adapters/corpus/open-corpus.js';
import { isHnswAvailable } from '../adapters/index-store/hnsw-graph.js';
import { readPackedVectors } from '../adapters/vector-cache/packed-vectors.js';
import { VectorLog } from '../adapters/vector-cache/vector-log.js';
import {
  refreshIndex,
  type RefreshOptions,
  type RefreshOutcome,
} from '../ingestion/refresh-index.js';
import type { Encoder } from '../ports/encoder.js';
import type { WarningLog } from './components.js';
import { storageAt, type IndexPlace } from './index-place.js';
import { readingFingerprint } from './reading-fingerprint.js';
import { CORPUS_VECTORS_FILE } from './shipped-files.js';

/** Where the texts are: in a folder, or with a LangChain document loader. */
export type CorpusPlace =
  { readonly corpusDir: string } | { readonly corpusLoader: DocumentLoader };

export type RefreshCorpusOptions = CorpusPlace &
  IndexPlace &
  Pick<RefreshOptions, 'compareVectors' | 'onProgress' | 'signal'> & {
    readonly encoder: Encoder;
    readonly log: WarningLog;
  };

/**
 * Brings the index up to date with the corpus folder; it is made where there is none.
 * @throws DeclarationChatError `unreadable-corpus`, `index-unwritable`, `database-unavailable`,
 *   `invalid-configuration`
 */
export async function refreshCorpusIndex(options: RefreshCorpusOptions): Promise<RefreshOutcome> {
  const { indexDir, database, encoder, log, compareVectors, onProgress, signal } = options;
  if (database === undefined && !(await isHnswAvailable())) {
    log.warn(
      'hnswlib-node did not build on this machine: exact search stands in for HNSW. ' +
        'Install python3, make and g++, then `npm rebuild hnswlib-node`.',
    );
  }
  const corpus =
    'corpusDir' in options
      ? await openCorpus(options.corpusDir)
      : await openLoadedCorpus(options.corpusLoader);
  try {
    return await refreshIndex({
      corpus,
      storage: await storageAt({ indexDir, database }, log),
      compareVectors,
      embeddings: encoder,
      reading: await readingFingerprint(),
      signal,
      onProgress,
      vectors: {
        openKnown: () => readPackedVectors(CORPUS_VECTORS_FILE, encoder.fingerprint),
        openCache: () => VectorLog.open(indexDir, encoder),
      },
    });
  } finally {
    corpus.close();
  }
}
