import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from '../../../src/adapters/postgres/database.js';
import { migrate } from '../../../src/adapters/postgres/migrate.js';
import { openPostgresIndex } from '../../../src/adapters/postgres/open-postgres-index.js';
import { PostgresStorage } from '../../../src/adapters/postgres/postgres-storage.js';
import { candidateRows } from '../../support/candidate-rows.js';
import { aDatabase, hasSessions } from '../../support/a-database.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { saveIndex } from '../../support/saved-index.js';

const LAKES = anIndexedDocument('lakes', ['Lakes are kept clean.']);
const EMBEDDINGS = new RecordingEmbeddings();

interface Roles {
  readonly ingesting: Database;
  readonly serving: Database;
}

/** What docs/operators.md has the database's owner do once. */
async function someRoles(): Promise<Roles> {
  const { database: owner, options } = aDatabase();
  const password = randomBytes(12).toString('hex');
  const [ingest, serve] = ['ingest', 'serve'].map((name) => `${options.schema}_${name}`);
  await owner.query('CREATE EXTENSION IF NOT EXISTS vector');
  for (const role of [ingest, serve]) {
    await owner.query(`CREATE ROLE ${role ?? ''} LOGIN PASSWORD '${password}'`);
    onTestFinished(async () => {
      await owner.query(`DROP OWNED BY ${role ?? ''} CASCADE`);
      await owner.query(`DROP ROLE ${role ?? ''}`);
    });
  }
  const { schema } = owner;
  await owner.query(`CREATE SCHEMA ${schema} AUTHORIZATION ${ingest ?? ''}`);
  await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${serve ?? ''}`);
  await owner.query(
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${ingest ?? ''} IN SCHEMA ${schema}
       GRANT SELECT ON TABLES TO ${serve ?? ''}`,
  );
  const [ingesting, serving] = [ingest, serve].map((role) => {
    const url = new URL(options.url);
    url.username = role ?? '';
    url.password = password;
    const database = new Database({ ...options, url: url.href });
    onTestFinished(() => database.close());
    return database;
  }) as [Database, Database];
  return { ingesting, serving };
}

test.skipIf(!hasSessions())('one role fills what another only reads', async () => {
  const { ingesting, serving } = await someRoles();
  await migrate(ingesting);
  const storage = new PostgresStorage(ingesting);
  await saveIndex(storage, contentOf([LAKES]), { encoder: EMBEDDINGS });
  await saveIndex(storage, contentOf([LAKES]), { encoder: EMBEDDINGS });
  const index = await openPostgresIndex(serving, EMBEDDINGS);
  const vector = Float32Array.from(await EMBEDDINGS.embedQuery('lakes'));
  const found = await index.candidates({ terms: ['lake'], vector }, { lexical: 9, dense: 9 });
  expect(candidateRows(index, found)).toMatchObject([{ documentId: 'lakes' }]);
  expect(await index.paragraphsOf('lakes')).toHaveLength(1);
  expect((await index.wordCounts()).get('lakes')).toBe(1);
  for (const statement of [
    `DELETE FROM ${serving.schema}.generations`,
    `CREATE TABLE ${serving.schema}.more (one integer)`,
    `UPDATE ${serving.schema}.documents SET content = ''`,
  ]) {
    await expect(serving.query(statement)).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: expect.stringContaining('permission denied') as string,
    });
  }
});

test.skipIf(!hasSessions())('who may not make what is needed is told what to do', async () => {
  const { serving } = await someRoles();
  await expect(migrate(serving)).rejects.toMatchObject({
    code: 'invalid-configuration',
    message: expect.stringMatching(/permission denied.*operators\.md/u) as string,
  });
});
