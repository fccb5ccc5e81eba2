import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Session } from './database.js';

/** How often who waits for another writer looks again, in milliseconds. */
const LOOK_AGAIN_MS = 250;

export interface WriterOptions {
  /** Is told once, by whom, where another writer has to be waited for. */
  readonly onWait: (holder: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The one connection that may write: its lock ends with it, however it ends. All that is written
 * goes through it, so that who has lost the lock can write nothing.
 */
export async function writerSession(
  database: Database,
  { onWait, signal }: WriterOptions,
): Promise<Session> {
  const session = await database.session();
  try {
    let told = false;
    while (!(await tryLock(session, database.schema))) {
      if (!told) onWait(await holderOf(session, database.schema));
      told = true;
      await wait(LOOK_AGAIN_MS, undefined, { signal });
    }
    return session;
  } catch (error) {
    session.close();
    signal?.throwIfAborted();
    throw error;
  }
}

/** The same where nobody else writes now; undefined where somebody does. */
export async function tryWriterSession(database: Database): Promise<Session | undefined> {
  const session = await database.session();
  try {
    if (await tryLock(session, database.schema)) return session;
  } catch (error) {
    session.close();
    throw error;
  }
  session.close();
  return undefined;
}

async function tryLock(session: Session, schema: string): Promise<boolean> {
  const [row] = await session.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtext($1), 0) AS locked',
    [`${schema} writer`],
  );
  return row?.locked === true;
}

async function holderOf(session: Session, schema: string): Promise<string> {
  const [row] = await session.query<{ holder: string | null }>(
    `SELECT coalesce(host(client_addr), 'this machine') || ' since ' ||
            to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') AS holder
       FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND objid = 0
        AND classid::bigint = hashtext($1)::bigint & 4294967295`,
    [`${schema} writer`],
  );
  return row?.holder ?? 'another process';
}
