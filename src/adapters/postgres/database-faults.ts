import pg from 'pg';
import { DeclarationChatError } from '../../errors.js';

/** Classes of SQLSTATE, and some whole ones, by what they mean for who runs the program. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  // Wrong name or password, no such database, not allowed in, may not do this, no such table.
  [/^(?:28...|3D000|42501|42P01|3F000)$/u, 'configuration'],
  // Full disk, read-only server.
  [/^(?:53100|25006)$/u, 'unwritable'],
  // Connections that break, too many of them, a server that stops or is starting, time-outs.
  [/^(?:08...|53...|57P0.|57014|55P03|40P01|40001|58...)$/u, 'unavailable'],
];
type Kind = 'configuration' | 'unwritable' | 'unavailable';

const CODES = {
  configuration: 'invalid-configuration',
  unwritable: 'index-unwritable',
  unavailable: 'database-unavailable',
} as const;

const REMEDIES: Readonly<Record<Kind, string>> = {
  configuration: 'Check DATABASE_URL and what its role may do; docs/operators.md lists the rights.',
  unwritable: 'Name the server that may be written, and see to its disk.',
  unavailable: 'It is tried again with the next question; check DATABASE_URL and the server.',
};

/** A fault of a connection that says nothing of the statement: the same may succeed on another one. */
export function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as { readonly code?: string };
  if (error instanceof pg.DatabaseError) return /^(?:08...|57P0[1-3])$/u.test(code);
  return ['ECONNRESET', 'EPIPE'].includes(code) || /^Connection terminated/u.test(error.message);
}

/**
 * What to throw where the database failed, in words; what is no fault of the database stays as it
 * is.
 * @param place as it may be printed
 */
export function databaseFault(place: string, error: unknown): unknown {
  const kind = kindOf(error);
  if (kind === undefined) return error;
  return new DeclarationChatError(CODES[kind], `${place} ${said(error, kind)} ${REMEDIES[kind]}`, {
    cause: error,
  });
}

function kindOf(error: unknown): Kind | undefined {
  if (error instanceof DeclarationChatError || !(error instanceof Error)) return undefined;
  if (error instanceof pg.DatabaseError) {
    return KINDS.find(([codes]) => codes.test(error.code ?? ''))?.[1];
  }
  // The other end cannot encrypt, or is not who it should be: the same happens every time.
  if (/SSL|certificate/iu.test(error.message)) return 'configuration';
  const isOfConnection =
    ('syscall' in error && 'code' in error) ||
    error instanceof AggregateError ||
    /connection|timeout/iu.test(error.message);
  return isOfConnection ? 'unavailable' : undefined;
}

/** The server's own words name no password; those of the system name an address. */
function said(error: unknown, kind: Kind): string {
  const { message, code } = error as { readonly message: string; readonly code?: string };
  const reason = message === '' ? (code ?? 'unknown') : message;
  return kind === 'unavailable' ? `cannot be used now (${reason}).` : `refused: ${reason}.`;
}
