import { expect, test } from 'vitest';
import { migrate, schemaIsThere } from '../../../src/adapters/postgres/migrate.js';
import { migrationsOf } from '../../../src/adapters/postgres/migrations.js';
import { aDatabase } from '../../support/a-database.js';

test('a database that nobody has used has no index; brought up to date, it may have one', async () => {
  const { database } = aDatabase();
  expect(await schemaIsThere(database)).toBe(false);
  await migrate(database);
  expect(await schemaIsThere(database)).toBe(true);
});

test('each step is done once, whoever else does the same at the same time', async () => {
  const { database } = aDatabase();
  await Promise.all([migrate(database), migrate(database), migrate(database)]);
  await migrate(database);
  const rows = await database.query(`SELECT number FROM ${database.schema}.migrations`);
  expect(rows.map(({ number }) => number)).toEqual(
    migrationsOf(database.schema).map((_, i) => i + 1),
  );
});

test('a database of a later version of the program is left as it is, with what to do', async () => {
  const { database } = aDatabase();
  await migrate(database);
  await database.query(`INSERT INTO ${database.schema}.migrations (number) VALUES (99)`);
  for (const attempt of [migrate(database), schemaIsThere(database)]) {
    await expect(attempt).rejects.toMatchObject({
      code: 'index-mismatch',
      message: expect.stringContaining('Update this one') as string,
    });
  }
});

test('one of an earlier version is not read before it is brought up to date', async () => {
  const { database } = aDatabase();
  await migrate(database);
  await database.query(`DELETE FROM ${database.schema}.migrations`);
  await expect(schemaIsThere(database)).rejects.toMatchObject({ code: 'index-mismatch' });
});
