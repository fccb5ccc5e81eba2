import { IndexDirectory } from '../adapters/index-store/index-directory.js';
import type { CreateVectorStore } from '../adapters/index-store/store-content.js';
import type { Database } from '../adapters/postgres/database.js';
import { migrate } from '../adapters/postgres/migrate.js';
import { openPostgresIndex } from '../adapters/postgres/open-postgres-index.js';
import { PostgresStorage } from '../adapters/postgres/postgres-storage.js';
import type { Encoder } from '../ports/encoder.js';
import type { IndexStorage } from '../ports/index-storage.js';
import type { SearchIndex } from '../ports/search-index.js';
import type { WarningLog } from './components.js';

/** Where an index is kept. */
export interface IndexPlace {
  /** Folder of the index; of what is not finished yet where a database holds it. */
  readonly indexDir: string;
  /** Holds the index in the place of the folder, where there is one. */
  readonly database?: Database | undefined;
}

/** As messages name it. */
export function nameOfPlace({ indexDir, database }: IndexPlace): string {
  return database?.printable ?? indexDir;
}

/**
 * What an index is written to; a database is made ready for it.
 * @throws DeclarationChatError `invalid-configuration`, `database-unavailable`, `index-mismatch`
 */
export async function storageAt(place: IndexPlace, log: WarningLog): Promise<IndexStorage> {
  const onWait = (holder: string): void => {
    log.warn(`${nameOfPlace(place)} is being written to by ${holder}: waiting until that is done.`);
  };
  const { indexDir, database } = place;
  if (database === undefined) return new IndexDirectory(indexDir, { onWait });
  await migrate(database);
  return new PostgresStorage(database, { onWait });
}

export interface OpenIndexOptions {
  readonly encoder: Encoder;
  readonly log: WarningLog;
  /** In the place of an index folder's own vector store. */
  readonly createVectorStore?: CreateVectorStore | undefined;
}

/**
 * Opens the present generation of an index.
 * @throws DeclarationChatError `index-missing`, `index-corrupt`, `index-mismatch`,
 *   `database-unavailable`, `invalid-configuration`
 */
export async function openIndex(
  { indexDir, database }: IndexPlace,
  { encoder, log, createVectorStore }: OpenIndexOptions,
): Promise<SearchIndex> {
  if (database !== undefined) return openPostgresIndex(database, encoder);
  const directory = new IndexDirectory(indexDir, { createStore: createVectorStore });
  const opened = await directory.open(encoder);
  if (opened.damage !== undefined) {
    log.warn(`${opened.damage} Until then the index before is used.`);
  }
  return opened.index;
}
