import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import { Database, type DatabaseOptions } from '../../src/adapters/postgres/database.js';
import './test-project.js';

export interface TestDatabase {
  readonly database: Database;
  readonly options: DatabaseOptions & { readonly schema: string };
  /** Removes the schema and closes the connections. */
  readonly remove: () => Promise<void>;
}

/** A schema that nobody else uses, not made yet. */
export function newDatabase(): TestDatabase {
  const options = {
    url: inject('databaseUrl'),
    schema: `test_${randomBytes(6).toString('hex')}`,
  };
  const database = new Database(options);
  return {
    database,
    options,
    remove: async () => {
      await database.query(`DROP SCHEMA IF EXISTS ${options.schema} CASCADE`);
      await database.close();
    },
  };
}

/** The same of the running test's own; removed when it has finished. */
export function aDatabase(): TestDatabase {
  const made = newDatabase();
  onTestFinished(made.remove);
  return made;
}

/**
 * Whether connections are sessions of their own. PostgreSQL in a process of ours has one for all:
 * what locks keep apart is not kept apart there.
 */
export function hasSessions(): boolean {
  return inject('databaseHasSessions');
}
