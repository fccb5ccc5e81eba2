import type { Clock } from '../../ports/clock.js';
import type { Encoder } from '../../ports/encoder.js';
import type {
  DocumentContent,
  DocumentRecord,
  IndexDraft,
  IndexManifest,
  StoredDocument,
  VectorWriter,
} from '../../ports/index-storage.js';
import type { IndexedDocument, IndexEntry } from '../../types.js';
import { buildEnvironment } from '../index-store/build-environment.js';
import { newGenerationName } from '../index-store/generations.js';
import type { Database, Session } from './database.js';
import { entryRowsOf, parseContent } from './document-rows.js';
import { insertGeneration } from './generation-rows.js';
import { removeDocuments, removeLeftovers } from './housekeeping.js';
import { insertDocument, insertEntries } from './insert-rows.js';
import { manifestOf, membersOf, presentGeneration, type Member } from './manifest-rows.js';
import { buildGraph } from './vector-graph.js';

export interface DraftOptions {
  /** Holds the writer's lock; the draft closes it. */
  readonly session: Session;
  /** The generation that is built upon, and its documents; undefined where a new one is built. */
  readonly former: { readonly key: number; readonly members: readonly Member[] } | undefined;
  readonly dimensions: number;
  readonly clock: Clock;
  readonly readableForMs: number;
}

/** A generation that is being made: documents of no generation, until it is committed. */
export class PostgresDraft implements IndexDraft {
  readonly #database: Pick<Database, 'schema' | 'printable'>;
  readonly #options: DraftOptions;
  /** Keys of its documents by their hashes. */
  readonly #keys = new Map<string, number>();
  readonly #added = new Set<number>();

  constructor(database: Pick<Database, 'schema' | 'printable'>, options: DraftOptions) {
    this.#database = database;
    this.#options = options;
  }

  keep({ sha256 }: StoredDocument): Promise<void> {
    const member = this.#options.former?.members.find((one) => one.sha256 === sha256);
    if (member === undefined) throw new Error(`The present generation has no ${sha256}.`);
    this.#keys.set(sha256, member.key);
    return Promise.resolve();
  }

  async add(document: IndexedDocument, entries: readonly IndexEntry[]): Promise<void> {
    const { session } = this.#options;
    const key = await session.transaction(() =>
      insertDocument(session, this.#database.schema, { document, entries }),
    );
    this.#keys.set(document.sha256, key);
    this.#added.add(key);
  }

  async read(sha256: string): Promise<Pick<DocumentContent, 'document' | 'entries'>> {
    const [row] = await this.#options.session.query<{ content: string }>(
      `SELECT content FROM ${this.#database.schema}.documents WHERE key = $1`,
      [this.#keyOf(sha256)],
    );
    if (row === undefined) throw new Error(`There is no document ${sha256}.`);
    return parseContent(row.content);
  }

  async openVectors(sha256: string): Promise<VectorWriter> {
    const { document, entries } = await this.read(sha256);
    const rows = entryRowsOf(document, entries);
    const key = this.#keyOf(sha256);
    let written = 0;
    return {
      append: async (vectors) => {
        const some = rows.slice(written, written + vectors.length);
        written += vectors.length;
        await insertEntries(this.#options.session, this.#database.schema, {
          document: key,
          rows: some,
          vectors,
        });
      },
      close: () => Promise.resolve(),
    };
  }

  async commit({
    documents,
    reading,
    encoder,
  }: {
    readonly documents: readonly DocumentRecord[];
    readonly reading: string;
    readonly encoder: Encoder;
  }): Promise<IndexManifest> {
    const { session, former, dimensions, clock, readableForMs } = this.#options;
    const { schema } = this.#database;
    await buildGraph(session, this.#database, dimensions);
    const { model, fingerprint } = encoder;
    const sum = (what: 'paragraphs' | 'entries'): number =>
      documents.reduce((total, document) => total + document[what], 0);
    await session.transaction(async () => {
      await insertGeneration(session, schema, {
        name: newGenerationName(),
        createdAt: clock().toISOString(),
        about: {
          builtWith: buildEnvironment(),
          embedding: { model, fingerprint, dimensions },
          reading,
          counts: {
            documents: documents.length,
            paragraphs: sum('paragraphs'),
            entries: sum('entries'),
          },
        },
        documents: documents.map((one) => ({ ...one, key: this.#keyOf(one.sha256) })),
        former: former?.key,
      });
      // Before anybody searches it: plans are made by what a table holds.
      for (const table of ['members', 'postings', 'entries', 'documents']) {
        await session.query(`ANALYZE ${schema}.${table}`);
      }
    });
    this.#added.clear();
    const generation = await presentGeneration(session, this.#database);
    if (generation === undefined) throw new Error('What was committed is not there.');
    const members = await membersOf(session, schema, generation.key);
    // What cannot be removed now is by a later build.
    await removeLeftovers(session, schema, readableForMs).catch(() => undefined);
    session.close();
    return manifestOf(generation, members);
  }

  async discard(): Promise<void> {
    const { session } = this.#options;
    // Where the connection is lost, the next build finds them.
    await removeDocuments(session, this.#database.schema, [...this.#added]).catch(() => undefined);
    session.close();
  }

  #keyOf(sha256: string): number {
    const key = this.#keys.get(sha256);
    if (key === undefined) throw new Error(`The generation has no ${sha256}.`);
    return key;
  }
}
