import { describe, expect, test } from 'vitest';
import { databaseAddress } from '../../../src/adapters/postgres/database-address.js';

describe('the address of a database', () => {
  test('is printed without who connects', () => {
    const { printable } = databaseAddress('postgres://who:secret@db.example.org:6432/texts');
    expect(printable).toBe('The database "texts" at db.example.org:6432');
  });

  test('says how connections are encrypted as PostgreSQL’s own clients understand it', () => {
    const { connectionString } = databaseAddress('postgresql://db/texts?sslmode=require');
    expect(new URL(connectionString).searchParams.get('uselibpqcompat')).toBe('true');
  });

  test.each(['mysql://who:secret@db/texts', 'postgres:/db', 'texts', 'postgres://who:secret@['])(
    'is refused where it is none, and never repeated: %s',
    (url) => {
      expect(() => databaseAddress(url)).toThrow(/^DATABASE_URL must be an address such as/u);
      expect(() => databaseAddress(url)).not.toThrow(/secret/u);
    },
  );

  test('names a certificate that cannot be read', () => {
    const url = 'postgres://who:secret@db/texts?sslmode=verify-full&sslrootcert=/no/such/file';
    expect(() => databaseAddress(url)).toThrow(/ENOENT.*\/no\/such\/file/u);
  });
});
