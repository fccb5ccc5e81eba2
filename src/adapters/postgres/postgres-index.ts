import { DeclarationChatError } from '../../errors.js';
import type {
  BackgroundKind,
  CandidateOptions,
  Candidates,
  IndexedParagraph,
  ListedDocument,
  SearchedFor,
  SearchIndex,
  Vocabulary,
} from '../../ports/search-index.js';
import {
  indexedParagraphs,
  partsOf,
  vectorCountsOf,
} from '../../retrieval/search/indexed-paragraphs.js';
import { primaryTag } from '../../language/primary-tag.js';
import { candidateStatement, holdingStatement } from './candidate-statement.js';
import { LoadedDocuments, type LoadedDocument } from '../loaded-documents.js';
import type { Database, Row } from './database.js';
import { parseContent } from './document-rows.js';
import type { Member } from './manifest-rows.js';
import { readVectors, vectorBytes } from './vector-text.js';

/** Of one generation, what is in memory while it is served. */
export interface OpenedGeneration {
  readonly key: number;
  readonly dimensions: number;
  readonly members: readonly Member[];
  readonly paragraphCount: number;
  /** Of a paragraph, in terms. */
  readonly averageLength: number;
  readonly vocabulary: Vocabulary;
  readonly background: Readonly<Record<BackgroundKind, readonly Float32Array[]>>;
}

interface CandidateRow extends Row {
  readonly document: string;
  readonly paragraph: number;
  readonly bm25: number;
  readonly passage?: number | null;
  readonly sentence?: number | null;
  readonly question?: number | null;
}

/** One generation of an index in a database. Texts are fetched when they are found, and kept a while. */
export class PostgresIndex implements SearchIndex {
  readonly documents: readonly ListedDocument[];
  readonly languages: readonly string[];
  readonly paragraphCount: number;
  readonly vocabulary: Vocabulary;
  readonly background: OpenedGeneration['background'];
  readonly #database: Database;
  readonly #generation: OpenedGeneration;
  readonly #byKey: ReadonlyMap<number, Member>;
  readonly #byId: ReadonlyMap<string, Member>;
  readonly #loaded: LoadedDocuments;

  constructor(database: Database, generation: OpenedGeneration) {
    const { members } = generation;
    this.documents = members.map(({ listed }) => listed);
    this.languages = [...new Set(this.documents.map(({ language }) => primaryTag(language)))];
    this.paragraphCount = generation.paragraphCount;
    this.vocabulary = generation.vocabulary;
    this.background = generation.background;
    this.#database = database;
    this.#generation = generation;
    this.#byKey = new Map(members.map((member) => [member.key, member]));
    this.#byId = new Map(members.map((member) => [member.id, member]));
    this.#loaded = new LoadedDocuments((key) => this.#load(key));
  }

  async candidates(
    { terms, vector }: SearchedFor,
    { within, always = [], lexical, dense }: CandidateOptions,
  ): Promise<Candidates> {
    const { schema } = this.#database;
    const { key, dimensions, averageLength, vocabulary } = this.#generation;
    const keys = within && this.#keysOf(within);
    const wanted = always.flatMap((number) => {
      const member = this.#memberAt(number);
      return member === undefined || keys?.includes(member.key) === false
        ? []
        : [{ document: member.key, paragraph: number - member.firstParagraph }];
    });
    const asked = [...new Set(terms)];
    const hasVector = vector !== undefined;
    const rows = await this.#database.query<CandidateRow>(
      candidateStatement({ schema, dimensions, hasVector, isWithin: keys !== undefined }),
      [
        key,
        asked,
        asked.map((term) => vocabulary.idf(term)),
        averageLength,
        lexical,
        wanted.map(({ document }) => document),
        wanted.map(({ paragraph }) => paragraph),
        ...(hasVector ? [vectorBytes(vector), dense] : []),
        ...(keys === undefined ? [] : [keys]),
      ],
    );
    if (rows.length === 0) await this.#assertThere();
    return this.#toColumns(rows);
  }

  documentIdOf(number: number): string {
    return this.#memberAt(number)?.id ?? '';
  }

  async paragraphs(numbers: readonly number[]): Promise<IndexedParagraph[]> {
    const found = await Promise.all(
      numbers.map(async (number) => {
        const member = this.#memberAt(number);
        if (member === undefined) return undefined;
        return (await this.#loaded.get(member.key))[number - member.firstParagraph];
      }),
    );
    return found.flatMap((paragraph) => paragraph ?? []);
  }

  async paragraphsOf(documentId: string): Promise<readonly IndexedParagraph[]> {
    const member = this.#byId.get(documentId);
    return member === undefined ? [] : this.#loaded.get(member.key);
  }

  async holding(
    terms: readonly string[],
    { within, limit }: Parameters<SearchIndex['holding']>[1],
  ): Promise<number[]> {
    if (terms.length === 0) return [];
    const rows = await this.#database.query<{ number: number }>(
      holdingStatement({ schema: this.#database.schema, isWithin: within !== undefined }),
      [
        this.#generation.key,
        [...new Set(terms)],
        limit,
        ...(within === undefined ? [] : [this.#keysOf(within)]),
      ],
    );
    if (rows.length === 0) await this.#assertThere();
    return rows.map(({ number }) => number);
  }

  async wordCounts(): Promise<Map<string, number>> {
    const rows = await this.#database.query<{ word: string; occurrences: number }>(
      `SELECT word, occurrences FROM ${this.#database.schema}.words WHERE generation = $1`,
      [this.#generation.key],
    );
    return new Map(rows.map(({ word, occurrences }) => [word, occurrences]));
  }

  #toColumns(rows: readonly CandidateRow[]): Candidates {
    const numbered = rows
      .flatMap((row) => {
        const member = this.#byKey.get(Number(row.document));
        return member === undefined ? [] : { row, number: member.firstParagraph + row.paragraph };
      })
      .sort((a, b) => a.number - b.number);
    const column = (valueOf: (row: CandidateRow) => number | null | undefined): Float64Array =>
      Float64Array.from(numbered, ({ row }) => valueOf(row) ?? NaN);
    return {
      numbers: Uint32Array.from(numbered, ({ number }) => number),
      bm25: column(({ bm25 }) => bm25),
      cosines: {
        passage: column(({ passage }) => passage),
        sentence: column(({ sentence }) => sentence),
        question: column(({ question }) => question),
      },
    };
  }

  #keysOf(ids: ReadonlySet<string>): number[] {
    return [...ids].flatMap((id) => this.#byId.get(id)?.key ?? []);
  }

  /** The document that a paragraph's number is of. */
  #memberAt(number: number): Member | undefined {
    const { members } = this.#generation;
    let [from, to] = [0, members.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((members[middle]?.firstParagraph ?? 0) <= number) from = middle + 1;
      else to = middle;
    }
    const member = members[from - 1];
    return member !== undefined && number - member.firstParagraph < member.paragraphs
      ? member
      : undefined;
  }

  async #load(key: number): Promise<LoadedDocument> {
    const { schema } = this.#database;
    const [row] = await this.#database.query<{ content: string; vectors: Buffer | null }>(
      `SELECT content,
              (SELECT string_agg(substring(vector_send(embedding) FROM 5), ''
                                 ORDER BY paragraph, number)
                 FROM ${schema}.entries WHERE document = $1) AS vectors
         FROM ${schema}.documents WHERE key = $1`,
      [key],
    );
    if (row === undefined) throw this.#gone();
    const { document, entries } = parseContent(row.content);
    const values = readVectors(row.vectors ?? Buffer.alloc(0));
    const paragraphs = indexedParagraphs(document, {
      first: this.#byKey.get(key)?.firstParagraph ?? 0,
      vectorCounts: vectorCountsOf(document, entries),
      vectorsAt: partsOf({ values, dimensions: this.#generation.dimensions }),
    });
    return { paragraphs, size: document.text.length + values.length };
  }

  /** Nothing was found: there may be nothing, or nothing any more. */
  async #assertThere(): Promise<void> {
    const [row] = await this.#database.query(
      `SELECT FROM ${this.#database.schema}.generations WHERE key = $1`,
      [this.#generation.key],
    );
    if (row === undefined) throw this.#gone();
  }

  #gone(): DeclarationChatError {
    return new DeclarationChatError(
      'database-unavailable',
      `${this.#database.printable} no longer holds the generation that is served; the present ` +
        'one is being taken up.',
    );
  }
}
