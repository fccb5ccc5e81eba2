import type { Clock } from '../../ports/clock.js';
import type {
  BeginOptions,
  DocumentContent,
  IndexDraft,
  IndexManifest,
  IndexStorage,
  StoredDocument,
} from '../../ports/index-storage.js';
import type { Database } from './database.js';
import { parseContent } from './document-rows.js';
import { READABLE_FOR_MS, removeLeftovers } from './housekeeping.js';
import {
  damaged,
  manifestOf,
  membersOf,
  presentGeneration,
  type Generation,
  type Member,
} from './manifest-rows.js';
import { schemaIsThere } from './migrate.js';
import { PostgresDraft } from './postgres-draft.js';
import { lacksGraph } from './vector-graph.js';
import { readVector } from './vector-text.js';
import { tryWriterSession, writerSession, type WriterOptions } from './writer-session.js';

export interface PostgresStorageOptions {
  /** When an index was built stands in its manifest. Default: the machine's time. */
  readonly clock?: Clock;
  /** Is told once, by whom, where another writer has to be waited for. */
  readonly onWait?: WriterOptions['onWait'];
  /** How long a generation stays after another took its place, in milliseconds. Default: minutes. */
  readonly readableForMs?: number;
}

/**
 * An index in a database: documents, and generations that name them. Who writes brings the schema
 * up to date before.
 */
export class PostgresStorage implements IndexStorage {
  readonly #database: Database;
  readonly #options: Required<PostgresStorageOptions>;

  constructor(
    database: Database,
    {
      clock = () => new Date(),
      onWait = () => undefined,
      readableForMs = READABLE_FOR_MS,
    }: PostgresStorageOptions = {},
  ) {
    this.#database = database;
    this.#options = { clock, onWait, readableForMs };
  }

  async readManifest(): Promise<IndexManifest | undefined> {
    const present = await this.#present();
    return present && manifestOf(present.generation, present.members);
  }

  needsGraph({ embedding }: IndexManifest): Promise<boolean> {
    return lacksGraph(this.#database, this.#database, embedding.dimensions);
  }

  async verify({ generation }: IndexManifest): Promise<void> {
    const { schema, printable } = this.#database;
    const wrong = await this.#database.query<{ id: string }>(
      `SELECT metadata->>'id' AS id
         FROM ${schema}.generations JOIN ${schema}.members ON generation = generations.key
              JOIN ${schema}.documents ON documents.key = members.document
        WHERE name = $1 AND documents.entries <> (
              SELECT count(*) FROM ${schema}.entries WHERE entries.document = documents.key)
        LIMIT 1`,
      [generation],
    );
    const [first] = wrong;
    if (first !== undefined) throw damaged(printable, `${first.id} has not the vectors it had`);
  }

  async readDocument(
    { generation, embedding: { dimensions } }: IndexManifest,
    { sha256 }: StoredDocument,
  ): Promise<DocumentContent> {
    const { schema, printable } = this.#database;
    const [row] = await this.#database.query<{ key: string; content: string }>(
      `SELECT documents.key, content
         FROM ${schema}.generations JOIN ${schema}.members ON generation = generations.key
              JOIN ${schema}.documents ON documents.key = members.document
        WHERE name = $1 AND sha256 = $2`,
      [generation, sha256],
    );
    if (row === undefined) throw damaged(printable, `a document of ${generation} is gone`);
    const content = parseContent(row.content);
    const vectors = await this.#database.query<{ vector: Buffer }>(
      `SELECT vector_send(embedding) AS vector FROM ${schema}.entries
        WHERE document = $1 ORDER BY paragraph, number`,
      [row.key],
    );
    const values = new Float32Array(content.entries.length * dimensions);
    vectors.forEach(({ vector }, i) => {
      readVector(vector, values.subarray(i * dimensions, (i + 1) * dimensions));
    });
    return { ...content, vectors: { values, dimensions } };
  }

  async setAside(
    generation: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<string | undefined> {
    const { schema } = this.#database;
    const { onWait } = this.#options;
    const session = await writerSession(this.#database, { onWait, signal });
    try {
      return await session.transaction(async () => {
        const [set] = await session.query<{ name: string }>(
          `UPDATE ${schema}.generations SET state = 'aside', retired_at = now()
            WHERE state = 'present' AND ($1::text IS NULL OR name = $1) RETURNING name`,
          [generation ?? null],
        );
        if (set === undefined) return undefined;
        await session.query(
          `UPDATE ${schema}.generations SET state = 'present', retired_at = NULL
            WHERE key = (SELECT key FROM ${schema}.generations WHERE state = 'past'
                          ORDER BY retired_at DESC, key DESC LIMIT 1)`,
        );
        return `set aside: ${set.name}`;
      });
    } finally {
      session.close();
    }
  }

  async tidy({ generation }: IndexManifest): Promise<void> {
    try {
      const session = await tryWriterSession(this.#database);
      if (session === undefined) return;
      try {
        const present = await presentGeneration(session, this.#database);
        if (present?.name !== generation) return;
        await removeLeftovers(session, this.#database.schema, this.#options.readableForMs);
      } finally {
        session.close();
      }
    } catch {
      // Who may only read leaves it as it is.
    }
  }

  async begin({ dimensions, present, signal }: BeginOptions): Promise<IndexDraft> {
    const { clock, onWait, readableForMs } = this.#options;
    const session = await writerSession(this.#database, { onWait, signal });
    try {
      // What builds that died have left.
      await removeLeftovers(session, this.#database.schema, readableForMs);
      const now = present && (await this.#present());
      const former =
        now?.generation.name === present?.generation && now !== undefined
          ? { key: now.generation.key, members: now.members }
          : undefined;
      const options = { session, former, dimensions, clock, readableForMs };
      return new PostgresDraft(this.#database, options);
    } catch (error) {
      session.close();
      throw error;
    }
  }

  async #present(): Promise<
    { readonly generation: Generation; readonly members: readonly Member[] } | undefined
  > {
    if (!(await schemaIsThere(this.#database))) return undefined;
    const generation = await presentGeneration(this.#database, this.#database);
    if (generation === undefined) return undefined;
    const members = await membersOf(this.#database, this.#database.schema, generation.key);
    return { generation, members };
  }
}
