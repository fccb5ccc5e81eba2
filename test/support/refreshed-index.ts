import { join } from 'node:path';
import { IndexDirectory } from '../../src/adapters/index-store/index-directory.js';
import { VectorLog } from '../../src/adapters/vector-cache/vector-log.js';
import {
  refreshIndex,
  type RefreshOptions,
  type RefreshOutcome,
} from '../../src/ingestion/refresh-index.js';
import type { IndexedDocument } from '../../src/types.js';
import { RecordingEmbeddings } from './recording-embeddings.js';
import { corpusOf } from './saved-index.js';
import { temporaryFolder } from './temporary-folder.js';

export interface Bench {
  readonly folder: string;
  readonly storage: IndexDirectory;
  /**
   * Brings the index up to date; `embedded` of the result are the texts that the model was asked
   * for.
   */
  readonly refresh: (
    documents: readonly IndexedDocument[],
    embeddings?: RecordingEmbeddings,
    options?: Pick<RefreshOptions, 'compareVectors'>,
  ) => Promise<RefreshOutcome & { readonly texts: readonly string[] }>;
}

/** What a build takes beside where it is kept and the model. */
export function sourcesOf(
  documents: readonly IndexedDocument[],
  { folder, embeddings }: { readonly folder: string; readonly embeddings: RecordingEmbeddings },
): Pick<RefreshOptions, 'corpus' | 'embeddings' | 'reading' | 'vectors' | 'compareVectors'> {
  return {
    corpus: corpusOf(documents),
    embeddings,
    reading: 'as they stand',
    compareVectors: false,
    vectors: {
      openKnown: () => Promise.resolve({ find: () => undefined }),
      openCache: () => VectorLog.open(folder, embeddings),
    },
  };
}

export async function aBench(): Promise<Bench> {
  const folder = join(await temporaryFolder(), 'index');
  const storage = new IndexDirectory(folder);
  return {
    folder,
    storage,
    async refresh(documents, embeddings = new RecordingEmbeddings(), options = {}) {
      const outcome = await refreshIndex({
        ...sourcesOf(documents, { folder, embeddings }),
        storage,
        ...options,
      });
      return { ...outcome, texts: embeddings.embedded };
    },
  };
}
