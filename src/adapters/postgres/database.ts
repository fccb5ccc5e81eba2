import pg from 'pg';
import { databaseAddress } from './database-address.js';
import { databaseFault, isBrokenConnection } from './database-faults.js';

/** All that this program keeps in a database stands in this schema. */
export const SCHEMA = 'declaration_chat';
/** To open a connection, in milliseconds. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Of one question's statement; the server gives it up after this long, in milliseconds. */
export const STATEMENT_TIMEOUT_MS = 5_000;
/** So much later, in milliseconds, the answer of a server that is gone is waited for no longer. */
const SILENCE_MS = 2_000;
/** As many questions as are worked on at once, and one that watches. */
const CONNECTIONS = 8;
/** As in the graph of an index folder (`hnsw-store.ts`). */
const EF_SEARCH = 256;

export interface DatabaseOptions {
  /** `postgres://…` */
  readonly url: string;
  /** Default: {@link SCHEMA}. */
  readonly schema?: string | undefined;
  /** How long a statement may take, in milliseconds; building an index takes as long as it takes. */
  readonly statementTimeoutMs?: number | undefined;
}

export type Row = Readonly<Record<string, unknown>>;

/** What statements are given to: any connection of the pool, or one of its own. */
export interface Statements {
  /**
   * @returns the rows
   * @throws DeclarationChatError `database-unavailable`, `invalid-configuration`, `index-unwritable`
   */
  query<Result extends Row>(sql: string, values?: readonly unknown[]): Promise<Result[]>;
}

/** One connection that is nobody else's, with what it holds: a lock, a transaction. */
export interface Session extends Statements {
  /** Does it all or, where it throws, none of it. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Closes the connection: the server gives up what it held. */
  close(): void;
}

/** A PostgreSQL database: a pool of connections, each set up for searching. */
export class Database implements Statements {
  readonly #options: DatabaseOptions;
  /** As SQL names it. */
  readonly schema: string;
  /** Where it is, without a password. */
  readonly printable: string;
  readonly #pool: pg.Pool;

  /** Connects to nothing yet. @throws DeclarationChatError `invalid-configuration` */
  constructor(options: DatabaseOptions) {
    const { url, schema = SCHEMA, statementTimeoutMs } = options;
    this.#options = options;
    const { connectionString, printable } = databaseAddress(url);
    this.printable = printable;
    this.schema = pg.escapeIdentifier(schema);
    this.#pool = new pg.Pool({
      connectionString,
      application_name: 'declaration-chat',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      allowExitOnIdle: true,
      ...(statementTimeoutMs === undefined
        ? {}
        : { query_timeout: statementTimeoutMs + SILENCE_MS }),
      // It is waited for, whatever its type says.
      // eslint-disable-next-line @typescript-eslint/no-misused-promises
      onConnect: (client) => setUp(client, statementTimeoutMs ?? 0),
    });
    // An idle connection that the server closed: the next statement opens another.
    this.#pool.on('error', () => undefined);
  }

  async query<Result extends Row>(sql: string, values: readonly unknown[] = []): Promise<Result[]> {
    return this.#failing(async () => {
      const ask = async (): Promise<Result[]> =>
        (await this.#pool.query<Result>(sql, [...values])).rows;
      // The server may have closed it while nobody asked.
      return ask().catch((error: unknown) => {
        if (isBrokenConnection(error)) return ask();
        throw error;
      });
    });
  }

  /** A connection of one's own, until it is closed. */
  async session(): Promise<Session> {
    const client = await this.#failing(() => this.#pool.connect());
    // Whoever uses it learns of it with the next statement.
    client.on('error', () => undefined);
    let isClosed = false;
    const query = <Result extends Row>(
      sql: string,
      values: readonly unknown[] = [],
    ): Promise<Result[]> =>
      this.#failing(async () => (await client.query<Result>(sql, [...values])).rows);
    return {
      query,
      transaction: async (work) => {
        await query('BEGIN');
        try {
          const result = await work();
          await query('COMMIT');
          return result;
        } catch (error) {
          await query('ROLLBACK').catch(() => undefined);
          throw error;
        }
      },
      close: () => {
        if (!isClosed) client.release(true);
        isClosed = true;
      },
    };
  }

  /** The same database over connections of their own, whose statements take as long as they take. */
  async unhurried<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    const patient = new Database({ ...this.#options, statementTimeoutMs: undefined });
    try {
      return await work(patient);
    } finally {
      await patient.close();
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #failing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw databaseFault(this.printable, error);
    }
  }
}

/**
 * Types and operators of vectors are found wherever the extension was put; tables are named with
 * their schema. `SET` takes no parameters; all that stands in it is a number of our own.
 */
async function setUp(client: pg.ClientBase, statementTimeoutMs: number): Promise<void> {
  await client.query(
    `SET statement_timeout = ${statementTimeoutMs};
     SET hnsw.ef_search = ${EF_SEARCH};
     SET hnsw.iterative_scan = relaxed_order;
     SET jit = off;
     SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3;
     SELECT set_config('search_path', quote_ident(nspname) || ', pg_catalog', false)
       FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
      WHERE extname = 'vector'`,
  );
}
