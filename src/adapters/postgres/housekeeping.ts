import type { Statements } from './database.js';

/**
 * How long a generation stays readable after another took its place, in milliseconds: whoever began
 * a question with it ends it with it.
 */
export const READABLE_FOR_MS = 10 * 60 * 1000;
/** What is damaged is kept for whoever wants to know why, the last one, and for a week. */
const ASIDE_FOR = "interval '7 days'";

/**
 * Removes generations that nobody reads any more, but the one before the present one, which stands
 * in where that is damaged; and documents of no generation. Only the one writer may: what another
 * has begun looks like a leftover.
 */
export async function removeLeftovers(
  statements: Statements,
  schema: string,
  readableForMs: number,
): Promise<void> {
  await statements.query(
    `WITH ranked AS (
       SELECT key, state, retired_at,
              row_number() OVER (PARTITION BY state ORDER BY retired_at DESC, key DESC) AS rank
         FROM ${schema}.generations WHERE state <> 'present')
     DELETE FROM ${schema}.generations USING ranked
      WHERE generations.key = ranked.key
        AND (ranked.rank > 1 OR (ranked.state = 'aside' AND ranked.retired_at < now() - ${ASIDE_FOR}))
        AND (ranked.state = 'aside' OR ranked.retired_at < now() - $1 * interval '1 millisecond')`,
    [readableForMs],
  );
  const orphans = await statements.query<{ key: string }>(
    `SELECT key FROM ${schema}.documents
      WHERE NOT EXISTS (SELECT FROM ${schema}.members WHERE document = documents.key)`,
  );
  await removeDocuments(
    statements,
    schema,
    orphans.map(({ key }) => Number(key)),
  );
}

/** Removes documents of no generation with all that was made of them. */
export async function removeDocuments(
  statements: Statements,
  schema: string,
  keys: readonly number[],
): Promise<void> {
  if (keys.length === 0) return;
  for (const table of ['entries', 'postings']) {
    await statements.query(`DELETE FROM ${schema}.${table} WHERE document = ANY($1)`, [keys]);
  }
  await statements.query(`DELETE FROM ${schema}.documents WHERE key = ANY($1)`, [keys]);
}
