import type { DocumentRecord } from '../../ports/index-storage.js';
import { FORMAT_VERSION } from '../index-store/manifest-schema.js';
import type { Statements } from './database.js';
import type { Generation } from './manifest-rows.js';

export interface NewGeneration extends Omit<Generation, 'key'> {
  /** In their order, with their keys. */
  readonly documents: readonly (DocumentRecord & { readonly key: number })[];
  /** Key of the generation that it is built upon; undefined where it is built anew. */
  readonly former: number | undefined;
}

/**
 * Puts a generation in the place of the present one; for a transaction. What is counted over all of
 * its documents is counted over those that came and went.
 */
export async function insertGeneration(
  statements: Statements,
  schema: string,
  { name, createdAt, about, documents, former }: NewGeneration,
): Promise<void> {
  await statements.query(
    `UPDATE ${schema}.generations SET state = 'past', retired_at = now() WHERE state = 'present'`,
  );
  const [row] = await statements.query<{ key: number }>(
    `INSERT INTO ${schema}.generations (name, state, created_at, format_version, about)
     VALUES ($1, 'present', $2, $3, $4) RETURNING key`,
    [name, createdAt, FORMAT_VERSION, JSON.stringify(about)],
  );
  const key = row?.key;
  await statements.query(
    `INSERT INTO ${schema}.members (generation, document, place, first_paragraph, first_entry, source)
     SELECT $1, document, place, first_paragraph, first_entry, source
       FROM json_to_recordset($2) AS member
            (document bigint, place integer, first_paragraph integer, first_entry integer, source json)`,
    [key, JSON.stringify(placed(documents))],
  );
  await countTerms(statements, schema, [key, former ?? null]);
  await countWords(statements, schema, [key, former ?? null]);
}

function placed(documents: NewGeneration['documents']): unknown[] {
  let [paragraph, entry] = [0, 0];
  return documents.map(({ key, paragraphs, entries, text }, place) => {
    const member = {
      document: key,
      place,
      first_paragraph: paragraph,
      first_entry: entry,
      source: text,
    };
    paragraph += paragraphs;
    entry += entries;
    return member;
  });
}

/** Documents of generation $1 that $2 has not, counted once, and the other way round, taken away. */
function changed(schema: string): string {
  return `(SELECT document, 1 AS sign FROM ${schema}.members AS came WHERE generation = $1
             AND NOT EXISTS (SELECT FROM ${schema}.members
                              WHERE generation = $2 AND document = came.document)
           UNION ALL
           SELECT document, -1 FROM ${schema}.members AS gone WHERE generation = $2
             AND NOT EXISTS (SELECT FROM ${schema}.members
                              WHERE generation = $1 AND document = gone.document)) AS changed`;
}

async function countTerms(
  statements: Statements,
  schema: string,
  generations: readonly [number | undefined, number | null],
): Promise<void> {
  await statements.query(
    `INSERT INTO ${schema}.vocabulary (generation, term, paragraphs, wordings)
     SELECT $1::integer, term, sum(paragraphs), sum(wordings) FROM (
       SELECT term, paragraphs, wordings FROM ${schema}.vocabulary WHERE generation = $2
       UNION ALL
       SELECT term, sign * cardinality(paragraphs), sign * worded::integer
         FROM ${changed(schema)} JOIN ${schema}.postings USING (document)) AS counted
      GROUP BY term HAVING sum(paragraphs) > 0`,
    generations,
  );
}

async function countWords(
  statements: Statements,
  schema: string,
  generations: readonly [number | undefined, number | null],
): Promise<void> {
  await statements.query(
    `INSERT INTO ${schema}.words (generation, word, occurrences)
     SELECT $1::integer, word, sum(occurrences) FROM (
       SELECT word, occurrences FROM ${schema}.words WHERE generation = $2
       UNION ALL
       SELECT counts.word, sign * counts.occurrences
         FROM ${changed(schema)} JOIN ${schema}.documents ON documents.key = changed.document,
              unnest(documents.words, documents.word_counts) AS counts (word, occurrences)) AS counted
      GROUP BY word HAVING sum(occurrences) > 0`,
    generations,
  );
}
