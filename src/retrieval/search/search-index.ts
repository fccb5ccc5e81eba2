import { Breather } from '../../concurrency/breather.js';
import type { VectorStore } from '../../ports/vector-store.js';
import { Bm25Index } from '../../ranking/bm25.js';
import { indexTerms } from '../../documents/index-terms.js';
import { sentencesOf } from '../../documents/searched-text.js';
import { primaryTag } from '../../language/primary-tag.js';
import { similarityTo } from '../../ranking/exact-search.js';
import { MAX_BACKGROUND, PAIR_DISTANCES } from '../settings.js';
import { spreadOf, type Spread } from './spread.js';
import type {
  IndexContent,
  IndexedDocument,
  IndexEntry,
  Paragraph,
  Span,
  VectorTable,
} from '../../types.js';

/**
 * One paragraph with all that is known about it; `number` is its place among all paragraphs of the
 * index.
 */
export interface IndexedParagraph {
  readonly number: number;
  readonly document: IndexedDocument;
  readonly paragraph: Paragraph;
  /** Spans of `document.text`, at least one. */
  readonly sentences: readonly Span[];
  /** Index terms of its headings, its wording and its expansion. */
  readonly terms: ReadonlySet<string>;
  /** Numbers of its vectors; those of the sentences are in their order. */
  readonly entries: Readonly<Record<IndexEntry['kind'], readonly number[]>>;
}

/** What vectors are compared among: questions are nearer to each other than to sentences. */
export type BackgroundKind = 'sentence' | 'question';

/** Everything a question is compared with, made once when an index is opened. */
export interface SearchIndex {
  readonly documents: readonly IndexedDocument[];
  /** BCP 47 tags of two letters of the languages that they are in. */
  readonly languages: readonly string[];
  readonly paragraphs: readonly IndexedParagraph[];
  /**
   * Paragraphs by their numbers: headings, wording, and the questions and words of their expansion.
   */
  readonly paragraphTerms: Bm25Index;
  /** Index terms of all headings and wordings, without the expansions. */
  readonly vocabulary: ReadonlySet<string>;
  /** Number of the paragraph that each vector stands for. */
  readonly paragraphOfEntry: readonly number[];
  readonly vectors: VectorTable;
  /** Some vectors of a kind, from all over the index: what is near is seen beside them. */
  readonly background: Readonly<Record<BackgroundKind, readonly number[]>>;
  /** Of the cosines of sentences with each other. */
  readonly spread: Spread;
  readonly store: VectorStore;
}

/**
 * Builds the lexical side and ties the entries of the vector table to their paragraphs. A server
 * goes on answering meanwhile.
 */
export async function createSearchIndex(
  content: IndexContent & { readonly store: VectorStore },
): Promise<SearchIndex> {
  const breather = new Breather();
  const entriesByParagraph = groupEntries(content.entries);
  const paragraphs: IndexedParagraph[] = [];
  const paragraphTerms = new Bm25Index();
  const vocabulary = new Set<string>();
  for (const document of content.documents) {
    for (const paragraph of document.paragraphs) {
      const entries = entriesByParagraph.get(keyOf(document.id, paragraph.label)) ?? {
        passage: [],
        sentence: [],
        question: [],
      };
      const sentences = sentencesOf(document.text, paragraph);
      const { wording, all: searched } = indexTerms(document, paragraph);
      for (const term of wording) vocabulary.add(term);
      paragraphTerms.add(searched);
      await breather.breathe();
      paragraphs.push({
        number: paragraphs.length,
        document,
        paragraph,
        sentences,
        terms: new Set(searched),
        entries,
      });
    }
  }
  const paragraphOfEntry = new Array<number>(content.entries.length).fill(-1);
  for (const { number, entries } of paragraphs) {
    for (const entry of [...entries.passage, ...entries.sentence, ...entries.question]) {
      paragraphOfEntry[entry] = number;
    }
  }
  const background = {
    sentence: spread(paragraphs.flatMap(({ entries }) => entries.sentence)),
    question: spread(paragraphs.flatMap(({ entries }) => entries.question)),
  };
  return {
    documents: content.documents,
    languages: [...new Set(content.documents.map(({ language }) => primaryTag(language)))],
    paragraphs,
    paragraphTerms,
    vocabulary,
    paragraphOfEntry,
    vectors: content.vectors,
    background,
    spread: spreadOf(pairCosines(content.vectors, background.sentence)),
    store: content.store,
  };
}

/** Cosines of each of these vectors with a few others of them, near and far in the texts. */
function pairCosines(table: VectorTable, entries: readonly number[]): number[] {
  const { values, dimensions } = table;
  return entries.flatMap((entry, i) => {
    const vector = values.subarray(entry * dimensions, (entry + 1) * dimensions);
    return PAIR_DISTANCES.flatMap((distance) => {
      const other = entries[i + distance];
      return other === undefined ? [] : [similarityTo(table, other, vector)];
    });
  });
}

/** At most {@link MAX_BACKGROUND} of them, at even distances. */
function spread(entries: readonly number[]): number[] {
  const step = Math.max(1, entries.length / MAX_BACKGROUND);
  return Array.from(
    { length: Math.min(MAX_BACKGROUND, entries.length) },
    (_, i) => entries[Math.floor(i * step)] ?? 0,
  );
}

type EntryNumbers = Record<IndexEntry['kind'], number[]>;

function groupEntries(entries: readonly IndexEntry[]): Map<string, EntryNumbers> {
  const groups = new Map<string, EntryNumbers>();
  entries.forEach(({ kind, documentId, paragraph }, number) => {
    const key = keyOf(documentId, paragraph);
    const group = groups.get(key) ?? { passage: [], sentence: [], question: [] };
    group[kind].push(number);
    groups.set(key, group);
  });
  return groups;
}

function keyOf(documentId: string, label: string): string {
  return `${documentId}\n${label}`;
}
