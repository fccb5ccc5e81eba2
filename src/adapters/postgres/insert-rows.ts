import { documentTerms } from '../../documents/document-terms.js';
import { listedDocument } from '../../retrieval/search/listed-document.js';
import type { IndexedDocument, IndexEntry } from '../../types.js';
import type { Statements } from './database.js';
import { postingsOf, serialiseContent, type EntryRow } from './document-rows.js';
import { vectorText } from './vector-text.js';

/** Rows of a statement: some megabytes of the largest. */
const POSTINGS_AT_ONCE = 5_000;
const VECTORS_AT_ONCE = 500;

/** Puts a document and what it is found by into the tables. @returns its key */
export async function insertDocument(
  statements: Statements,
  schema: string,
  {
    document,
    entries,
  }: { readonly document: IndexedDocument; readonly entries: readonly IndexEntry[] },
): Promise<number> {
  const terms = documentTerms(document);
  const postings = postingsOf(terms);
  const ofKind = (kind: IndexEntry['kind']): number =>
    entries.filter((entry) => entry.kind === kind).length;
  const [row] = await statements.query<{ key: string }>(
    `INSERT INTO ${schema}.documents (sha256, metadata, content, paragraphs, entries, sentences,
                                      questions, terms, words, word_counts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING key`,
    [
      document.sha256,
      JSON.stringify(listedDocument(document)),
      serialiseContent(document, entries),
      document.paragraphs.length,
      entries.length,
      ofKind('sentence'),
      ofKind('question'),
      terms.lengths.reduce((sum, length) => sum + length, 0),
      terms.words,
      [...terms.wordCounts],
    ],
  );
  const key = Number(row?.key);
  for (let from = 0; from < postings.length; from += POSTINGS_AT_ONCE) {
    await statements.query(
      `INSERT INTO ${schema}.postings (term, document, paragraphs, frequencies, lengths, worded)
       SELECT term, $1, paragraphs, frequencies, lengths, worded
         FROM json_to_recordset($2) AS posting
              (term text, paragraphs integer[], frequencies integer[], lengths integer[], worded boolean)`,
      [key, JSON.stringify(postings.slice(from, from + POSTINGS_AT_ONCE))],
    );
  }
  return key;
}

/** Puts vectors of a document into the tables; as many as rows. */
export async function insertEntries(
  statements: Statements,
  schema: string,
  {
    document,
    rows,
    vectors,
  }: {
    readonly document: number;
    readonly rows: readonly EntryRow[];
    readonly vectors: readonly ArrayLike<number>[];
  },
): Promise<void> {
  for (let from = 0; from < vectors.length; from += VECTORS_AT_ONCE) {
    const some = rows.slice(from, from + VECTORS_AT_ONCE);
    await statements.query(
      `INSERT INTO ${schema}.entries (document, paragraph, number, kind, dimensions, embedding)
       SELECT $1, paragraph, number, kind, vector_dims(embedding::vector), embedding::vector
         FROM unnest($2::integer[], $3::integer[], $4::text[], $5::text[])
              AS entry (paragraph, number, kind, embedding)`,
      [
        document,
        some.map(({ paragraph }) => paragraph),
        some.map(({ number }) => number),
        some.map(({ kind }) => kind),
        vectors.slice(from, from + VECTORS_AT_ONCE).map(vectorText),
      ],
    );
  }
}
