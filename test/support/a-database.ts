import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { Database, type DatabaseOptions } from '../../src/adapters/postgres/database.js';
import './test-project.js';

export interface TestDatabase {
  readonly database: Database;
  readonly options: DatabaseOptions & { readonly schema: string };
}

/** A schema of the running test's own, not made yet; removed when it has finished. */
export function aDatabase(): TestDatabase {
  const options = {
    url: inject('databaseUrl'),
    schema: `test_${randomBytes(6).toString('hex')}`,
  };
  const database = new Database(options);
  onTestFinished(async () => {
    await database.query(`DROP SCHEMA IF EXISTS ${options.schema} CASCADE`);
    await database.close();
  });
  return { database, options };
}

/**
 * Whether connections are sessions of their own. PostgreSQL in a process of ours has one for all:
 * what locks keep apart is not kept apart there.
 */
export function hasSessions(): boolean {
  return inject('databaseHasSessions');
}
