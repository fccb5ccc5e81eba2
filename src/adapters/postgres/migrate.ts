import { DeclarationChatError } from '../../errors.js';
import type { Database, Session, Statements } from './database.js';
import { migrationsOf } from './migrations.js';

/** Where iterative scans came in: without, a search within some documents finds too little. */
const OLDEST_PGVECTOR = [0, 8] as const;

/**
 * Brings the schema up to date, whoever else does the same; a database that is up to date is only
 * read.
 * @throws DeclarationChatError `invalid-configuration` where pgvector is missing or too old, or the
 *   role may not do it; `index-mismatch` where a newer version of this program has been here
 */
export async function migrate(database: Database): Promise<void> {
  if ((await versionOf(database, database)) === migrationsOf(database.schema).length) return;
  const session = await database.session();
  try {
    await session.transaction(async () => {
      // Held until the end of the transaction; others wait for it and then find nothing to do.
      await session.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [
        `${database.schema} migrations`,
      ]);
      await needVectors(database, session);
      await needSchema(database, session);
      await session.query(
        `CREATE TABLE IF NOT EXISTS ${database.schema}.migrations (
           number integer PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now())`,
      );
      const done = (await versionOf(session, database)) ?? 0;
      for (const [i, step] of migrationsOf(database.schema).entries()) {
        if (i < done) continue;
        await session.query(step);
        await session.query(`INSERT INTO ${database.schema}.migrations (number) VALUES ($1)`, [
          i + 1,
        ]);
      }
    });
  } finally {
    session.close();
  }
}

/**
 * Whether an index may be kept there: undefined where nobody has begun one.
 * @throws DeclarationChatError `index-mismatch` where another version of this program keeps it
 */
export async function schemaIsThere(database: Database): Promise<boolean> {
  const version = await versionOf(database, database);
  if (version === undefined) return false;
  if (version === migrationsOf(database.schema).length) return true;
  throw new DeclarationChatError(
    'index-mismatch',
    `${database.printable} holds an index in the form of an earlier version of this program. ` +
      'Run `declaration-chat ingest` of this one.',
  );
}

/** Steps that were done; undefined where the schema is not there. */
async function versionOf(
  statements: Statements,
  { schema, printable }: Pick<Database, 'schema' | 'printable'>,
): Promise<number | undefined> {
  const [there] = await statements.query<{ there: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS there',
    [`${schema}.migrations`],
  );
  if (there?.there !== true) return undefined;
  const [row] = await statements.query<{ version: number | null }>(
    `SELECT max(number) AS version FROM ${schema}.migrations`,
  );
  const version = row?.version ?? 0;
  if (version <= migrationsOf(schema).length) return version;
  throw new DeclarationChatError(
    'index-mismatch',
    `${printable} holds an index in the form of a later version of this program. Update this one.`,
  );
}

/** Who may only write into the schema that was made for them may not even ask for another. */
async function needSchema({ schema }: Database, session: Session): Promise<void> {
  const [row] = await session.query<{ there: boolean }>(
    'SELECT to_regnamespace($1) IS NOT NULL AS there',
    [schema],
  );
  if (row?.there !== true) await session.query(`CREATE SCHEMA ${schema}`);
}

async function needVectors({ printable }: Database, session: Session): Promise<void> {
  const [server] = await session.query<{ encoding: string; available: string | null }>(
    `SELECT current_setting('server_encoding') AS encoding,
            (SELECT default_version FROM pg_available_extensions WHERE name = 'vector') AS available`,
  );
  if (server?.encoding !== 'UTF8') {
    throw unfit(`${printable} is encoded in ${server?.encoding ?? ''}, texts need UTF8.`);
  }
  if (server.available === null) {
    throw unfit(
      `${printable} has no pgvector. Install it on the server (https://github.com/pgvector).`,
    );
  }
  try {
    await session.query('CREATE EXTENSION IF NOT EXISTS vector');
  } catch (error) {
    if (!(error instanceof DeclarationChatError)) throw error;
    const said = `${error.message} Have its owner run \`CREATE EXTENSION vector\` once.`;
    throw new DeclarationChatError('invalid-configuration', said, { cause: error });
  }
  await session.query(
    `SELECT set_config('search_path', quote_ident(nspname) || ', pg_catalog', true)
       FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
      WHERE extname = 'vector'`,
  );
  const [extension] = await session.query<{ version: string }>(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
  );
  const [major = 0, minor = 0] = (extension?.version ?? '').split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_PGVECTOR;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw unfit(
    `${printable} has pgvector ${extension?.version ?? ''}, needed is ` +
      `${OLDEST_PGVECTOR.join('.')}. Update it: \`ALTER EXTENSION vector UPDATE\`.`,
  );
}

function unfit(message: string): DeclarationChatError {
  return new DeclarationChatError('invalid-configuration', message);
}
