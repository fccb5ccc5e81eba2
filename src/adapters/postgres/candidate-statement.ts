import { DEFAULT_B, DEFAULT_K1 } from '../../ranking/bm25.js';
import { graphCondition, graphVector } from './vector-graph.js';

/** What of a search a statement is made for. */
export interface StatementForm {
  /** As SQL names it. */
  readonly schema: string;
  readonly dimensions: number;
  /** Whether vectors are compared. */
  readonly hasVector: boolean;
  /** Whether only some documents are looked in. */
  readonly isWithin: boolean;
}

/**
 * The best paragraphs by words and by vectors, with BM25 and the highest cosine of each kind, in one
 * round trip. Parameters: $1 generation, $2 terms, $3 their inverse document frequencies, $4 average
 * length of a paragraph in terms, $5 how many by words, $6 and $7 documents and places of paragraphs
 * that are wanted in any case; where vectors are compared, $8 the vector and $9 how many of the
 * nearest; the documents to look in last.
 */
export function candidateStatement(form: StatementForm): string {
  const { schema, hasVector } = form;
  return `
    WITH scored AS (
      SELECT posting.document, hit.paragraph, sum(
               asked.idf * hit.frequency * ${DEFAULT_K1 + 1}
               / (hit.frequency + ${DEFAULT_K1} * (${1 - DEFAULT_B} + ${DEFAULT_B} * hit.length / $4::float8))
             ) AS bm25
        FROM unnest($2::text[], $3::float8[]) AS asked (term, idf)
             JOIN ${schema}.postings AS posting USING (term)
             CROSS JOIN LATERAL unnest(posting.paragraphs, posting.frequencies, posting.lengths)
                  AS hit (paragraph, frequency, length)
       WHERE EXISTS (SELECT FROM ${schema}.members
                      WHERE generation = $1 AND document = posting.document)
             ${among(form, 'posting')}
       GROUP BY posting.document, hit.paragraph),
    wanted AS (
      (SELECT document, paragraph FROM scored ORDER BY bm25 DESC, document, paragraph LIMIT $5)
      UNION
      SELECT document, paragraph FROM unnest($6::bigint[], $7::integer[]) AS always (document, paragraph)
      ${hasVector ? `UNION ${nearest(form)}` : ''})
    SELECT document, paragraph, coalesce(bm25, 0) AS bm25
           ${hasVector ? ', passage, sentence, question' : ''}
      FROM wanted LEFT JOIN scored USING (document, paragraph)
           ${hasVector ? `CROSS JOIN LATERAL ${cosines(schema)}` : ''}`;
}

/**
 * Paragraphs with a vector among the nearest. Membership is asked of each vector as it comes, in the
 * order of the graph: a join would fetch and sort them all.
 */
function nearest(form: StatementForm): string {
  const { schema, dimensions } = form;
  return `
      SELECT document, paragraph FROM (
        SELECT document, paragraph FROM ${schema}.entries AS entry
         WHERE ${graphCondition(dimensions)} ${among(form, 'entry')}
               AND (SELECT true FROM ${schema}.members
                     WHERE generation = $1 AND document = entry.document)
         ORDER BY ${graphVector(dimensions)} <=> $8::vector LIMIT $9) AS near`;
}

/** Vectors are of unit length: their products are their cosines. */
function cosines(schema: string): string {
  const highest = (kind: string): string =>
    `max(-(embedding <#> $8::vector)) FILTER (WHERE kind = '${kind}') AS ${kind}`;
  return `(
             SELECT ${['passage', 'sentence', 'question'].map(highest).join(', ')}
               FROM ${schema}.entries
              WHERE document = wanted.document AND paragraph = wanted.paragraph) AS cosines`;
}

function among({ hasVector, isWithin }: StatementForm, table: string): string {
  return isWithin ? `AND ${table}.document = ANY($${hasVector ? 10 : 8}::bigint[])` : '';
}

/**
 * Paragraphs that have all of some terms, in the order of the index. Parameters: $1 generation, $2
 * terms, each once, $3 how many paragraphs; $4 the documents to look in.
 */
export function holdingStatement({
  schema,
  isWithin,
}: Pick<StatementForm, 'schema' | 'isWithin'>): string {
  return `
    SELECT first_paragraph + hit AS number
      FROM ${schema}.postings JOIN ${schema}.members USING (document)
           CROSS JOIN LATERAL unnest(paragraphs) AS hit
     WHERE generation = $1 AND term = ANY($2::text[])
           ${isWithin ? 'AND document = ANY($4::bigint[])' : ''}
     GROUP BY first_paragraph + hit HAVING count(*) = cardinality($2::text[])
     ORDER BY 1 LIMIT $3`;
}
