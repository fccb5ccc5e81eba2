import type { TestProject } from 'vitest/node';
import { startPglite } from './pglite-server.js';
import './test-project.js';

/**
 * The server that tests of the database use: the one that `TEST_DATABASE_URL` names, or PostgreSQL
 * in this process, once for all tests; what ends it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'] ?? '';
  project.provide('databaseHasSessions', given !== '');
  if (given !== '') {
    project.provide('databaseUrl', given);
    return () => Promise.resolve();
  }
  const server = await startPglite();
  project.provide('databaseUrl', server.url);
  return () => server.close();
}
