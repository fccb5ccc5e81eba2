import type { Document as LangChainDocument } from '@langchain/core/documents';
import { Breather } from '../../concurrency/breather.js';
import {
  expansionOf,
  isSearched,
  sentencesOf,
  withHeading,
} from '../../documents/searched-text.js';
import { primaryTag } from '../../language/primary-tag.js';
import { terms, words } from '../../language/tokenize.js';
import type {
  BackgroundKind,
  Candidate,
  CandidateOptions,
  IndexedParagraph,
  ListedDocument,
  SearchedFor,
  SearchIndex,
  Vocabulary,
} from '../../ports/search-index.js';
import type { VectorStore } from '../../ports/vector-store.js';
import { Bm25Index } from '../../ranking/bm25.js';
import { dot } from '../../ranking/exact-search.js';
import type { IndexContent, IndexedDocument, IndexEntry, Paragraph } from '../../types.js';
import { MAX_BACKGROUND } from '../settings.js';

/** Puts an index into memory, all of it; a server goes on answering meanwhile. */
export async function createSearchIndex(
  content: IndexContent & { readonly store: VectorStore },
): Promise<SearchIndex> {
  const breather = new Breather();
  const vectorsOf = vectorsByParagraph(content);
  const paragraphs: IndexedParagraph[] = [];
  const byDocument = new Map<string, readonly IndexedParagraph[]>();
  const paragraphTerms = new Bm25Index();
  const wording = new Set<string>();
  for (const document of content.documents) {
    const siblings: IndexedParagraph[] = [];
    byDocument.set(document.id, siblings);
    for (const paragraph of document.paragraphs) {
      const { own, all } = termsOf(document, paragraph);
      for (const term of own) wording.add(term);
      paragraphTerms.add(all);
      await breather.breathe();
      siblings.push({
        number: paragraphs.length + siblings.length,
        document,
        paragraph,
        siblings,
        sentences: sentencesOf(document.text, paragraph),
        terms: new Set(all),
        vectors: vectorsOf(document.id, paragraph.label),
      });
    }
    for (const paragraph of siblings) paragraphs.push(paragraph);
  }
  return new MemoryIndex(content, { paragraphs, byDocument, paragraphTerms, wording });
}

interface MemoryIndexParts {
  readonly paragraphs: readonly IndexedParagraph[];
  readonly byDocument: ReadonlyMap<string, readonly IndexedParagraph[]>;
  readonly paragraphTerms: Bm25Index;
  /** Index terms of all headings and wordings. */
  readonly wording: ReadonlySet<string>;
}

class MemoryIndex implements SearchIndex {
  readonly documents: readonly ListedDocument[];
  readonly languages: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly background: Readonly<Record<BackgroundKind, readonly Float32Array[]>>;
  readonly #paragraphs: readonly IndexedParagraph[];
  readonly #byDocument: MemoryIndexParts['byDocument'];
  readonly #paragraphTerms: Bm25Index;
  readonly #store: VectorStore;
  /** Number of the paragraph that each vector stands for. */
  readonly #paragraphOfEntry: Int32Array;

  constructor(
    { documents, entries, store }: IndexContent & { readonly store: VectorStore },
    { paragraphs, byDocument, paragraphTerms, wording }: MemoryIndexParts,
  ) {
    this.documents = documents.map(listed);
    this.languages = [...new Set(documents.map(({ language }) => primaryTag(language)))];
    this.vocabulary = {
      has: (term) => wording.has(term),
      idf: (term) => paragraphTerms.idf(term),
    };
    this.background = {
      sentence: sample(paragraphs.flatMap(({ vectors }) => vectors.sentence)),
      question: sample(paragraphs.flatMap(({ vectors }) => vectors.question)),
    };
    this.#paragraphs = paragraphs;
    this.#byDocument = byDocument;
    this.#paragraphTerms = paragraphTerms;
    this.#store = store;
    const numbers = new Map(
      paragraphs.map(({ number, document, paragraph }) => [
        keyOf(document.id, paragraph.label),
        number,
      ]),
    );
    this.#paragraphOfEntry = Int32Array.from(
      entries,
      ({ documentId, paragraph }) => numbers.get(keyOf(documentId, paragraph)) ?? -1,
    );
  }

  get paragraphCount(): number {
    return this.#paragraphs.length;
  }

  async candidates(
    { terms: asked, vector }: SearchedFor,
    { within, always = [], lexical, dense }: CandidateOptions,
  ): Promise<Candidate[]> {
    const scores = this.#paragraphTerms.scores(asked);
    const numbers = new Set([
      ...always,
      ...bestOf(scores, lexical),
      ...(vector === undefined ? [] : await this.#near(vector, dense, within)),
    ]);
    return [...numbers].flatMap((number): Candidate[] => {
      const found = this.#paragraphs[number];
      if (found === undefined || within?.has(found.document.id) === false) return [];
      const bm25 = scores.get(number) ?? 0;
      return [{ number, documentId: found.document.id, bm25, cosines: cosinesOf(found, vector) }];
    });
  }

  paragraphs(numbers: readonly number[]): Promise<IndexedParagraph[]> {
    return Promise.resolve(numbers.flatMap((number) => this.#paragraphs[number] ?? []));
  }

  paragraphsOf(documentId: string): Promise<readonly IndexedParagraph[]> {
    return Promise.resolve(this.#byDocument.get(documentId) ?? []);
  }

  holding(
    terms: readonly string[],
    { within, limit }: Parameters<SearchIndex['holding']>[1],
  ): Promise<number[]> {
    const found = this.#paragraphTerms
      .holding(terms)
      .filter((number) => within?.has(this.#paragraphs[number]?.document.id ?? '') !== false);
    return Promise.resolve(found.slice(0, limit));
  }

  async wordCounts(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const breather = new Breather();
    for (const { paragraph } of this.#paragraphs) {
      countWords(paragraph, counts);
      await breather.breathe();
    }
    return counts;
  }

  /** Numbers of the paragraphs with a vector among the nearest; -1 for a vector of none. */
  async #near(
    vector: ArrayLike<number>,
    dense: number,
    within: CandidateOptions['within'],
  ): Promise<number[]> {
    const k = Math.min(dense, this.#paragraphOfEntry.length);
    // A filter is called back from native code for every vector that is visited: none where none
    // is needed.
    const filter =
      within &&
      (({ metadata }: LangChainDocument): boolean => within.has(String(metadata['documentId'])));
    const found = await this.#store.similaritySearchVectorWithScore(Array.from(vector), k, filter);
    return found.map(([{ metadata }]) => this.#paragraphOfEntry[Number(metadata['entry'])] ?? -1);
  }
}

function listed({
  paragraphs,
  text,
  sha256,
  expansions,
  ...about
}: IndexedDocument): ListedDocument {
  return { ...about, paragraphCount: paragraphs.length };
}

function cosinesOf(
  { vectors }: IndexedParagraph,
  vector: ArrayLike<number> | undefined,
): Candidate['cosines'] {
  if (vector === undefined) return {};
  const cosines: Partial<Record<IndexEntry['kind'], number>> = {};
  for (const kind of ['passage', 'sentence', 'question'] as const) {
    for (const each of vectors[kind]) {
      cosines[kind] = Math.max(cosines[kind] ?? -Infinity, dot(each, vector));
    }
  }
  return cosines;
}

function bestOf(scores: ReadonlyMap<number, number>, count: number): Iterable<number> {
  if (scores.size <= count) return scores.keys();
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([number]) => number);
}

/** At most {@link MAX_BACKGROUND} of them, at even distances. */
function sample(vectors: readonly Float32Array[]): Float32Array[] {
  const step = Math.max(1, vectors.length / MAX_BACKGROUND);
  return Array.from({ length: Math.min(MAX_BACKGROUND, vectors.length) }, (_, i) => i).flatMap(
    (i) => vectors[Math.floor(i * step)] ?? [],
  );
}

/** Index terms of a paragraph: those of its headings and wording, and all that it is found by. */
export function termsOf(
  document: IndexedDocument,
  paragraph: Paragraph,
): { readonly own: readonly string[]; readonly all: readonly string[] } {
  if (!isSearched(paragraph)) return { own: [], all: [] };
  const { language } = document;
  const { text, start, bodyStart } = paragraph;
  // Without the printed number.
  const own = terms(withHeading(paragraph, text.slice(bodyStart - start)), language);
  const expansion = expansionOf(document, paragraph);
  if (expansion === undefined) return { own, all: own };
  const more = terms([...expansion.questions, expansion.words].join(' '), language);
  return { own, all: [...own, ...more] };
}

/** Adds the words of a paragraph and its headings. */
export function countWords({ section, text }: Paragraph, counts: Map<string, number>): void {
  for (const word of words([...section, text].join(' '))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

type ParagraphVectors = Record<IndexEntry['kind'], Float32Array[]>;

function vectorsByParagraph({
  entries,
  vectors: { values, dimensions },
}: IndexContent): (documentId: string, label: string) => IndexedParagraph['vectors'] {
  const groups = new Map<string, ParagraphVectors>();
  entries.forEach(({ kind, documentId, paragraph }, number) => {
    const key = keyOf(documentId, paragraph);
    const group = groups.get(key) ?? noVectors();
    group[kind].push(values.subarray(number * dimensions, (number + 1) * dimensions));
    groups.set(key, group);
  });
  return (documentId, label) => groups.get(keyOf(documentId, label)) ?? noVectors();
}

function noVectors(): ParagraphVectors {
  return { passage: [], sentence: [], question: [] };
}

function keyOf(documentId: string, label: string): string {
  return `${documentId}\n${label}`;
}
