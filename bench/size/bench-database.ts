import { Database } from '../../src/adapters/postgres/database.js';

/** The measured index in a database, beside whatever else is in it. */
export function openBenchDatabase(url: string): Database {
  return new Database({ url, schema: 'declaration_chat_bench' });
}
