import { openLoadedCorpus, type DocumentLoader } from '../adapters/corpus/loaded-corpus.js';
import { openCorpus } from '../adapters/corpus/open-corpus.js';
import { isHnswAvailable } from '../adapters/index-store/hnsw-graph.js';
import { IndexDirectory } from '../adapters/index-store/index-directory.js';
import { readPackedVectors } from '../adapters/vector-cache/packed-vectors.js';
import { VectorLog } from '../adapters/vector-cache/vector-log.js';
import {
  refreshIndex,
  type RefreshOptions,
  type RefreshOutcome,
} from '../ingestion/refresh-index.js';
import type { Encoder } from '../ports/encoder.js';
import type { WarningLog } from './components.js';
import { readingFingerprint } from './reading-fingerprint.js';
import { CORPUS_VECTORS_FILE } from './shipped-files.js';

/** Where the texts are: in a folder, or with a LangChain document loader. */
export type CorpusPlace =
  { readonly corpusDir: string } | { readonly corpusLoader: DocumentLoader };

export type RefreshCorpusOptions = CorpusPlace &
  Pick<RefreshOptions, 'compareVectors' | 'onProgress' | 'signal'> & {
    /** Folder of the index; made where it is missing. */
    readonly indexDir: string;
    readonly encoder: Encoder;
    readonly log: WarningLog;
  };

/**
 * Brings the index up to date with the corpus folder.
 * @throws DeclarationChatError `unreadable-corpus`, `index-unwritable`
 */
export async function refreshCorpusIndex(options: RefreshCorpusOptions): Promise<RefreshOutcome> {
  const { indexDir, encoder, log, compareVectors, onProgress, signal } = options;
  if (!(await isHnswAvailable())) {
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
      storage: new IndexDirectory(indexDir, {
        onWait: (holder) => {
          log.warn(`${indexDir} is being written to by ${holder}: waiting until that is done.`);
        },
      }),
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
