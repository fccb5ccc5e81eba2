import { isHnswAvailable } from '../adapters/index-store/hnsw-store.js';
import { IndexDirectory } from '../adapters/index-store/index-directory.js';
import { readPackedVectors } from '../adapters/vector-cache/packed-vectors.js';
import { VectorLog } from '../adapters/vector-cache/vector-log.js';
import {
  refreshIndex,
  type RefreshOptions,
  type RefreshOutcome,
} from '../ingestion/refresh-index.js';
import type { Corpus } from '../ports/corpus.js';
import type { Encoder } from '../ports/encoder.js';
import type { WarningLog } from './components.js';
import { readCorpusDocuments } from './read-corpus-documents.js';
import { CORPUS_VECTORS_FILE } from './shipped-files.js';

export interface RefreshCorpusOptions extends Pick<RefreshOptions, 'onProgress' | 'signal'> {
  /** Folder of the texts. */
  readonly corpusDir: string;
  /** Folder of the index; made where it is missing. */
  readonly indexDir: string;
  readonly encoder: Encoder;
  readonly log: WarningLog;
}

/** Also what was left out of the corpus folder, and what was read otherwise than expected. */
export type RefreshCorpusOutcome = RefreshOutcome & Pick<Corpus, 'skipped' | 'notices'>;

/**
 * Brings the index up to date with the corpus folder.
 * @throws DeclarationChatError `unreadable-corpus`, `index-unwritable`
 */
export async function refreshCorpusIndex({
  corpusDir,
  indexDir,
  encoder,
  log,
  onProgress,
  signal,
}: RefreshCorpusOptions): Promise<RefreshCorpusOutcome> {
  const { documents, skipped, notices } = await readCorpusDocuments(corpusDir, signal);
  if (!(await isHnswAvailable())) {
    log.warn(
      'hnswlib-node did not build on this machine: exact search stands in for HNSW. ' +
        'Install python3, make and g++, then `npm rebuild hnswlib-node`.',
    );
  }
  const outcome = await refreshIndex({
    documents,
    storage: new IndexDirectory(indexDir),
    embeddings: encoder,
    signal,
    onProgress,
    vectors: {
      openKnown: () => readPackedVectors(CORPUS_VECTORS_FILE, encoder.fingerprint),
      openCache: () => VectorLog.open(indexDir, encoder),
    },
  });
  return { ...outcome, skipped, notices };
}
