import { DeclarationChatError } from '../../errors.js';
import type { Encoder } from '../../ports/encoder.js';
import type { BackgroundKind, Vocabulary } from '../../ports/search-index.js';
import { inverseDocumentFrequency } from '../../ranking/bm25.js';
import { MAX_BACKGROUND } from '../../retrieval/settings.js';
import { REMEDY } from '../index-store/faults.js';
import type { Database, Statements } from './database.js';
import { membersOf, presentGeneration, type Generation, type Member } from './manifest-rows.js';
import { schemaIsThere } from './migrate.js';
import { PostgresIndex, type OpenedGeneration } from './postgres-index.js';
import { readVectors } from './vector-text.js';

/** The generation that is to be served; undefined where there is none yet. */
export async function servedGeneration(
  database: Database,
): Promise<Pick<Generation, 'name' | 'createdAt'> | undefined> {
  return (await schemaIsThere(database)) ? presentGeneration(database, database) : undefined;
}

/**
 * Opens the present generation. What is counted over it comes into memory, its texts do not.
 * @throws DeclarationChatError `index-missing`, `index-mismatch`, `index-corrupt`,
 *   `database-unavailable`, `invalid-configuration`
 */
export async function openPostgresIndex(
  database: Database,
  encoder: Encoder,
): Promise<PostgresIndex> {
  const opened = await database.unhurried((patient) => readGeneration(patient, encoder));
  return new PostgresIndex(database, opened);
}

async function readGeneration(database: Database, encoder: Encoder): Promise<OpenedGeneration> {
  const generation = (await schemaIsThere(database))
    ? await presentGeneration(database, database)
    : undefined;
  if (generation === undefined) {
    throw new DeclarationChatError(
      'index-missing',
      `${database.printable} holds no index yet. ${REMEDY}`,
    );
  }
  const { embedding, counts } = generation.about;
  if (embedding.fingerprint !== encoder.fingerprint) {
    throw new DeclarationChatError(
      'index-mismatch',
      `${database.printable} holds an index of model ${embedding.model} ` +
        `(${embedding.dimensions} d), configured is ${encoder.model} (${encoder.dimensions} d). ` +
        REMEDY,
    );
  }
  const { schema } = database;
  const members = await membersOf(database, schema, generation.key);
  return {
    key: generation.key,
    dimensions: embedding.dimensions,
    members,
    paragraphCount: counts.paragraphs,
    averageLength: await averageLength(database, schema, generation),
    vocabulary: await vocabularyOf(database, schema, generation),
    background: {
      sentence: await sampleOf(database, schema, { kind: 'sentence', members }),
      question: await sampleOf(database, schema, { kind: 'question', members }),
    },
  };
}

async function averageLength(
  statements: Statements,
  schema: string,
  { key, about }: Generation,
): Promise<number> {
  const [row] = await statements.query<{ terms: number }>(
    `SELECT coalesce(sum(terms), 0)::float8 AS terms
       FROM ${schema}.members JOIN ${schema}.documents ON documents.key = document
      WHERE generation = $1`,
    [key],
  );
  // A paragraph of nothing has no postings; nothing is divided by it.
  return Math.max(1, row?.terms ?? 0) / Math.max(1, about.counts.paragraphs);
}

async function vocabularyOf(
  statements: Statements,
  schema: string,
  { key, about }: Generation,
): Promise<Vocabulary> {
  const rows = await statements.query<{ term: string; paragraphs: number; worded: boolean }>(
    `SELECT term, paragraphs, wordings > 0 AS worded FROM ${schema}.vocabulary
      WHERE generation = $1`,
    [key],
  );
  const holders = new Map(rows.map(({ term, paragraphs }) => [term, paragraphs]));
  const wording = new Set(rows.filter(({ worded }) => worded).map(({ term }) => term));
  return {
    has: (term) => wording.has(term),
    idf: (term) => inverseDocumentFrequency(holders.get(term) ?? 0, about.counts.paragraphs),
  };
}

/** Vectors of a kind from all over the generation, at even distances. */
async function sampleOf(
  statements: Statements,
  schema: string,
  { kind, members }: { readonly kind: BackgroundKind; readonly members: readonly Member[] },
): Promise<Float32Array[]> {
  const places = samplePlaces(members, kind === 'sentence' ? 'sentences' : 'questions');
  const rows = await statements.query<{ vector: Buffer }>(
    `WITH sampled AS (
       SELECT * FROM unnest($1::bigint[], $2::integer[]) WITH ORDINALITY AS place (document, nth, at))
     SELECT substring(vector_send(embedding) FROM 5) AS vector
       FROM sampled JOIN (
            SELECT document, paragraph, number,
                   row_number() OVER (PARTITION BY document ORDER BY paragraph, number) - 1 AS nth
              FROM ${schema}.entries WHERE kind = $3 AND document IN (SELECT document FROM sampled)
            ) AS entry USING (document, nth)
            JOIN ${schema}.entries USING (document, paragraph, number)
      ORDER BY at`,
    [places.map(({ document }) => document), places.map(({ nth }) => nth), kind],
  );
  return rows.map(({ vector }) => readVectors(vector));
}

/** Which documents hold them, and which of their kind in each they are. */
function samplePlaces(
  members: readonly Member[],
  what: 'sentences' | 'questions',
): { readonly document: number; readonly nth: number }[] {
  const total = members.reduce((sum, member) => sum + member[what], 0);
  const step = Math.max(1, total / MAX_BACKGROUND);
  const places: { readonly document: number; readonly nth: number }[] = [];
  let [at, before] = [0, 0];
  for (const member of members) {
    const end = before + member[what];
    while (at < Math.min(MAX_BACKGROUND, total) && Math.floor(at * step) < end) {
      places.push({ document: member.key, nth: Math.floor(at * step) - before });
      at += 1;
    }
    before = end;
  }
  return places;
}
