import { EF_CONSTRUCTION, M } from '../index-store/graph-file.js';
import type { Database, Statements } from './database.js';

/** Longer vectors pgvector compares one by one. */
const MOST_DIMENSIONS = 2_000;

/** The vectors as the graph has them; a statement that searches it orders by the same words. */
export function graphVector(dimensions: number): string {
  return `(embedding::vector(${dimensions}))`;
}

/**
 * Which vectors a graph holds: those of one length, of whichever model. A column of its own, since
 * plans are made by what is known of columns.
 */
export function graphCondition(dimensions: number): string {
  return `dimensions = ${dimensions}`;
}

export async function lacksGraph(
  statements: Statements,
  { schema }: Pick<Database, 'schema'>,
  dimensions: number,
): Promise<boolean> {
  if (dimensions > MOST_DIMENSIONS) return false;
  const [row] = await statements.query<{ there: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS there',
    [`${schema}.${nameOf(dimensions)}`],
  );
  return row?.there !== true;
}

/** Builds the graph where there is none; afterwards each vector is put into it when it comes. */
export async function buildGraph(
  statements: Statements,
  { schema }: Pick<Database, 'schema'>,
  dimensions: number,
): Promise<void> {
  if (dimensions > MOST_DIMENSIONS) return;
  await statements.query(
    `CREATE INDEX IF NOT EXISTS ${nameOf(dimensions)} ON ${schema}.entries
      USING hnsw (${graphVector(dimensions)} vector_cosine_ops)
       WITH (m = ${M}, ef_construction = ${EF_CONSTRUCTION})
      WHERE ${graphCondition(dimensions)}`,
  );
}

function nameOf(dimensions: number): string {
  return `entries_graph_${dimensions}`;
}
