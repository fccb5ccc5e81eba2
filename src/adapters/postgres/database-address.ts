import pg from 'pg';
import { DeclarationChatError } from '../../errors.js';

const REMEDY =
  'DATABASE_URL must be an address such as postgres://NAME:PASSWORD@HOST:5432/DATABASE?sslmode=verify-full';

/** Where a database is, in a form that may be printed. */
export interface DatabaseAddress {
  /** As the driver takes it. */
  readonly connectionString: string;
  /** Without the name and the password of who connects. */
  readonly printable: string;
}

/**
 * Reads the address of a database. `sslmode` means what PostgreSQL's own clients mean by it; what
 * the address leaves open the variables `PGHOST`, `PGPASSWORD`, … fill.
 * @throws DeclarationChatError `invalid-configuration`
 */
export function databaseAddress(url: string): DatabaseAddress {
  if (!/^postgres(?:ql)?:\/\//u.test(url) || !URL.canParse(url)) throw unusable();
  const parsed = new URL(url);
  if (!parsed.searchParams.has('uselibpqcompat')) {
    parsed.searchParams.set('uselibpqcompat', 'true');
  }
  const connectionString = parsed.href;
  try {
    // Connects to nothing yet.
    const { host, port, database } = new pg.Client({ connectionString });
    return {
      connectionString,
      printable: `The database "${database ?? ''}" at ${host}:${port}`,
    };
  } catch (error) {
    // A file of a certificate that cannot be read: its path is no secret.
    throw unusable(isOfFile(error) ? error : undefined);
  }
}

function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'path' in error;
}

function unusable(cause?: unknown): DeclarationChatError {
  const said = cause instanceof Error ? `${REMEDY} (${cause.message})` : REMEDY;
  return new DeclarationChatError('invalid-configuration', `${said}. See .env.example.`);
}
