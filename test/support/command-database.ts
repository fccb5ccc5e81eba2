import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPglite } from './pglite-server.js';

/** A database for commands, which take the one schema that has their name. */
export interface CommandDatabase {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/** One of its own on the server that `TEST_DATABASE_URL` names, else PostgreSQL in this process. */
export async function commandDatabase(): Promise<CommandDatabase> {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  if (given === '') {
    const { url, close } = await startPglite();
    return { url, remove: close };
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
