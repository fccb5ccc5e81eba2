import pg from 'pg';
import { expect, test } from 'vitest';
import {
  databaseFault,
  isBrokenConnection,
} from '../../../src/adapters/postgres/database-faults.js';

const PLACE = 'The database "texts" at db:5432';

function serverError(code: string): Error {
  return Object.assign(new pg.DatabaseError('no luck', 7, 'error'), { code });
}

function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 127.0.0.1:5432`), { code, syscall: 'connect' });
}

test.each<[string, Error, string]>([
  ['a wrong password', serverError('28P01'), 'invalid-configuration'],
  ['no such database', serverError('3D000'), 'invalid-configuration'],
  ['a role that may not', serverError('42501'), 'invalid-configuration'],
  ['a certificate of somebody else', new Error('self-signed certificate'), 'invalid-configuration'],
  ['a full disk', serverError('53100'), 'index-unwritable'],
  ['a server that may only be read', serverError('25006'), 'index-unwritable'],
  ['too many connections', serverError('53300'), 'database-unavailable'],
  ['a server that stops', serverError('57P01'), 'database-unavailable'],
  ['a statement that takes too long', serverError('57014'), 'database-unavailable'],
  ['nobody who listens', systemError('ECONNREFUSED'), 'database-unavailable'],
  ['silence', new Error('timeout exceeded when trying to connect'), 'database-unavailable'],
  ['a line that breaks', new Error('Connection terminated unexpectedly'), 'database-unavailable'],
])('%s is told in words, with what to do', (_what, error, code) => {
  expect(databaseFault(PLACE, error)).toMatchObject({
    code,
    message: expect.stringContaining(`${PLACE} `) as string,
    cause: error,
  });
});

test('a fault of the program stays what it is', () => {
  const fault = serverError('42601');
  expect(databaseFault(PLACE, fault)).toBe(fault);
  expect(databaseFault(PLACE, new RangeError('7'))).toEqual(new RangeError('7'));
});

test('only a broken connection is worth another at once', () => {
  expect(
    [
      systemError('ECONNRESET'),
      new Error('Connection terminated unexpectedly'),
      serverError('57P01'),
      systemError('ECONNREFUSED'),
      serverError('57014'),
    ].map(isBrokenConnection),
  ).toEqual([true, true, true, false, false]);
});
