import type { Document as LangChainDocument } from '@langchain/core/documents';
import { primaryTag } from '../../language/primary-tag.js';
import type {
  BackgroundKind,
  CandidateOptions,
  Candidates,
  Cosines,
  IndexedParagraph,
  ListedDocument,
  SearchedFor,
  SearchIndex,
  Vocabulary,
} from '../../ports/search-index.js';
import type { VectorStore } from '../../ports/vector-store.js';
import type { Bm25Index } from '../../ranking/bm25.js';
import type { ParagraphTable } from './paragraph-table.js';
import {
  noCosines,
  ParagraphVectors,
  type EstimateFor,
  type VectorsAt,
} from './paragraph-vectors.js';

/** What an index on one machine is made of. */
export interface LocalIndexParts {
  /** In the order of the paragraphs. */
  readonly documents: readonly ListedDocument[];
  readonly table: ParagraphTable;
  readonly paragraphTerms: Bm25Index;
  /** Index terms of all headings and wordings. */
  readonly wording: ReadonlySet<string>;
  readonly wordCounts: ReadonlyMap<string, number>;
  /** `metadata.entry` of what it finds is the number of a vector. */
  readonly store: VectorStore;
  readonly vectorsAt: VectorsAt;
  /** Where vectors are too many to be read of every candidate. */
  readonly estimateFor?: EstimateFor | undefined;
  /** All paragraphs of a document, by its place in the list; the same as long as they are held. */
  readonly load: (document: number) => Promise<readonly IndexedParagraph[]>;
}

/**
 * Vectors of the documents that are looked in up to which each is compared, in 4 to 7 ms:
 * a graph has to be searched the wider the smaller their part of it is.
 */
const MAX_COMPARED_VECTORS = 4096;

/**
 * An index in this process: what is searched is in memory, as numbers; the words of the texts and
 * their vectors come from wherever they are kept.
 */
export class LocalIndex implements SearchIndex {
  readonly documents: readonly ListedDocument[];
  readonly languages: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly background: Readonly<Record<BackgroundKind, readonly Float32Array[]>>;
  readonly exactCosines: SearchIndex['exactCosines'];
  readonly #parts: LocalIndexParts;
  readonly #places: ReadonlyMap<string, number>;
  readonly #vectors: ParagraphVectors;

  constructor(parts: LocalIndexParts) {
    const { documents, wording, paragraphTerms, table, vectorsAt } = parts;
    this.#parts = parts;
    this.#vectors = new ParagraphVectors(table, vectorsAt);
    this.documents = documents;
    this.languages = [...new Set(documents.map(({ language }) => primaryTag(language)))];
    this.#places = new Map(documents.map(({ id }, place) => [id, place]));
    this.vocabulary = {
      has: (term) => wording.has(term),
      idf: (term) => paragraphTerms.idf(term),
    };
    this.background = {
      sentence: this.#vectors.sample('sentence'),
      question: this.#vectors.sample('question'),
    };
    if (parts.estimateFor !== undefined) {
      this.exactCosines = (numbers, vector) =>
        Promise.resolve(this.#vectors.cosines(numbers, vector));
    }
  }

  get paragraphCount(): number {
    return this.#parts.table.size;
  }

  async candidates(
    { terms, vector }: SearchedFor,
    { within, always = [], lexical, dense }: CandidateOptions,
  ): Promise<Candidates> {
    const isWithin = this.#filter(within);
    const near = vector === undefined || dense === 0 ? [] : await this.#near(vector, dense, within);
    const scores = this.#parts.paragraphTerms.search(terms, {
      limit: lexical,
      wanted: [...always, ...near],
      accepts: isWithin,
    });
    const there = [...scores.keys()].filter(
      (number) => number >= 0 && number < this.paragraphCount && isWithin?.(number) !== false,
    );
    // Their vectors stand in this order, so that neighbours are read at once.
    const numbers = Uint32Array.from(there).sort();
    const cosines =
      vector === undefined ? noCosines(numbers.length) : this.#cosines(numbers, vector);
    return { numbers, bm25: Float64Array.from(numbers, (one) => scores.get(one) ?? 0), cosines };
  }

  documentIdOf(number: number): string {
    return this.documents[this.#parts.table.documentOf(number)]?.id ?? '';
  }

  async paragraphs(numbers: readonly number[]): Promise<IndexedParagraph[]> {
    const { table, load } = this.#parts;
    const there = numbers.filter((number) => number >= 0 && number < table.size);
    const places = [...new Set(there.map((number) => table.documentOf(number)))];
    const loaded = new Map(
      await Promise.all(places.map(async (place) => [place, await load(place)] as const)),
    );
    return there.flatMap((number) => {
      const place = table.documentOf(number);
      return loaded.get(place)?.[number - table.firstOf(place)] ?? [];
    });
  }

  paragraphsOf(documentId: string): Promise<readonly IndexedParagraph[]> {
    const place = this.#places.get(documentId);
    return place === undefined ? Promise.resolve([]) : this.#parts.load(place);
  }

  wordCounts(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(this.#parts.wordCounts);
  }

  holding(
    terms: readonly string[],
    { within, limit }: Parameters<SearchIndex['holding']>[1],
  ): Promise<number[]> {
    const isWithin = this.#filter(within) ?? ((): boolean => true);
    const found = this.#parts.paragraphTerms.holding(terms).filter(isWithin);
    return Promise.resolve(found.slice(0, limit));
  }

  #cosines(numbers: Uint32Array, vector: ArrayLike<number>): Cosines {
    const estimate = this.#parts.estimateFor?.(vector);
    return estimate === undefined
      ? this.#vectors.cosines(numbers, vector)
      : this.#vectors.estimated(numbers, estimate);
  }

  #filter(within: CandidateOptions['within']): ((number: number) => boolean) | undefined {
    if (within === undefined) return undefined;
    const places = new Set([...within].map((id) => this.#places.get(id)));
    return (number) => places.has(this.#parts.table.documentOf(number));
  }

  /** Numbers of the paragraphs with a vector among the nearest. */
  async #near(
    vector: ArrayLike<number>,
    dense: number,
    within: CandidateOptions['within'],
  ): Promise<number[]> {
    const { table, store } = this.#parts;
    const few = within && this.#fewIn(within);
    if (few !== undefined) {
      const nearest = this.#vectors.nearestIn(few, vector, dense);
      return nearest.flatMap((entry) => table.paragraphAt(entry) ?? []);
    }
    const k = Math.min(dense, table.vectorCount);
    // A filter is called back from native code for every vector that is visited: none where none
    // is needed.
    const filter =
      within &&
      (({ metadata }: LangChainDocument): boolean => within.has(String(metadata['documentId'])));
    const found = await store.similaritySearchVectorWithScore(Array.from(vector), k, filter);
    return found.flatMap(([{ metadata }]) => table.paragraphAt(Number(metadata['entry'])) ?? []);
  }

  /** The places of documents, where so few vectors are theirs that each can be compared. */
  #fewIn(ids: ReadonlySet<string>): readonly number[] | undefined {
    const places = [...ids].flatMap((id) => this.#places.get(id) ?? []);
    return this.#vectors.countIn(places) <= MAX_COMPARED_VECTORS ? places : undefined;
  }
}
