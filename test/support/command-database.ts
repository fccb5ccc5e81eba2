import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { SCHEMA } from '../../src/adapters/postgres/database.js';
import { startPglite, type PgliteServer } from './pglite-server.js';

/** A database for commands, which take the one schema that has their name. */
export interface CommandDatabase {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/** It takes seconds to start. */
let pglite: Promise<PgliteServer> | undefined;

/**
 * One of its own on the server that `TEST_DATABASE_URL` names, else the PostgreSQL in this process,
 * as it was at first; one at a time.
 */
export async function commandDatabase(): Promise<CommandDatabase> {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  if (given === '') {
    pglite ??= startPglite();
    const { url, run } = await pglite;
    return {
      url,
      remove: async () => {
        // Locks of a command that was killed are those of the one session.
        await run('DISCARD ALL');
        await run(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
      },
    };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = new pg.Client({ connectionString: given });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: async () => {
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
}
