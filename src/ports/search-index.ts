import type { DocumentMetadata, IndexedDocument, IndexEntry, Paragraph, Span } from '../types.js';

/** A document as lists show it: its words are loaded where they are needed. */
export interface ListedDocument extends DocumentMetadata {
  /** The file that it was read from, within the corpus folder; `/` between folders. */
  readonly file?: string;
  readonly paragraphCount: number;
}

/**
 * One paragraph with all that is known about it; `number` is its place among all paragraphs of the
 * index. The same object as long as anybody holds it.
 */
export interface IndexedParagraph {
  readonly number: number;
  readonly document: IndexedDocument;
  readonly paragraph: Paragraph;
  /** All paragraphs of its document, in their order. */
  readonly siblings: readonly IndexedParagraph[];
  /** Spans of `document.text`, at least one. */
  readonly sentences: readonly Span[];
  /** Index terms of its headings, its wording and its expansion. */
  readonly terms: ReadonlySet<string>;
  /** Its vectors, of unit length; those of the sentences are in their order. */
  readonly vectors: Readonly<Record<IndexEntry['kind'], readonly Float32Array[]>>;
}

/** What vectors are compared among: questions are nearer to each other than to sentences. */
export type BackgroundKind = 'sentence' | 'question';

/** The words of the texts, as index terms. */
export interface Vocabulary {
  /** Whether a heading or a wording has it; questions that lead to paragraphs do not count. */
  has(term: string): boolean;
  /** Inverse document frequency, 0 and up; the highest for a term that no paragraph has. */
  idf(term: string): number;
}

/** What is searched for. */
export interface SearchedFor {
  /** Index terms; one that is there twice counts once. */
  readonly terms: readonly string[];
  /** Of unit length; absent where the model understands none of it. */
  readonly vector?: ArrayLike<number> | undefined;
}

export interface CandidateOptions {
  /** Ids of the documents to look in; all where absent. */
  readonly within?: ReadonlySet<string> | undefined;
  /** Numbers of paragraphs that are wanted whether or not anything leads to them. */
  readonly always?: readonly number[];
  /** Of the paragraphs whose words match best, how many. */
  readonly lexical: number;
  /** Of the vectors that are nearest, how many. */
  readonly dense: number;
}

/** The highest cosines of paragraphs with a vector, by the kind of theirs; NaN where one has none. */
export type Cosines = Readonly<Record<IndexEntry['kind'], Float64Array>>;

/**
 * Paragraphs that words or vectors lead to, in the order of their numbers, with what either says of
 * each: columns, since they are hundreds and few of them are looked at again.
 */
export interface Candidates {
  readonly numbers: Uint32Array;
  /** 0 where it shares no term. */
  readonly bm25: Float64Array;
  /** All NaN where nothing is compared. */
  readonly cosines: Cosines;
}

/** Everything a question is compared with, wherever it is kept. */
export interface SearchIndex {
  /** In the order of their paragraphs. */
  readonly documents: readonly ListedDocument[];
  /** BCP 47 tags of two letters of the languages that they are in. */
  readonly languages: readonly string[];
  readonly paragraphCount: number;
  readonly vocabulary: Vocabulary;
  /** Some vectors of a kind, from all over the index: what is near is seen beside them. */
  readonly background: Readonly<Record<BackgroundKind, readonly Float32Array[]>>;
  /** The best by words and the nearest by vectors. Cosines may be estimates, see `exactCosines`. */
  candidates(searched: SearchedFor, options: CandidateOptions): Promise<Candidates>;
  /**
   * The cosines of paragraphs in ascending order of their numbers. Only where `candidates` estimates
   * them, so as not to read the vectors of all.
   */
  readonly exactCosines?:
    ((numbers: Uint32Array, vector: ArrayLike<number>) => Promise<Cosines>) | undefined;
  /** Id of the document that a paragraph is of; empty where there is no such paragraph. */
  documentIdOf(number: number): string;
  /** In the order of the numbers; those that there are not left out. */
  paragraphs(numbers: readonly number[]): Promise<readonly IndexedParagraph[]>;
  /** All of a document; empty where there is no such document. */
  paragraphsOf(documentId: string): Promise<readonly IndexedParagraph[]>;
  /** How often each word stands in the texts and their headings, in lower case; see `words`. */
  wordCounts(): Promise<ReadonlyMap<string, number>>;
  /**
   * Numbers of the paragraphs that have all of these terms, in the order of the index: the first
   * `limit` in the documents given.
   */
  holding(
    terms: readonly string[],
    options: { readonly within?: ReadonlySet<string> | undefined; readonly limit: number },
  ): Promise<readonly number[]>;
}
