import type { VectorStore } from '@langchain/core/vectorstores';
import { sentencesOf, withHeading } from '../ingestion/build-index.js';
import { Bm25Index } from '../ranking/bm25.js';
import { terms } from '../text/tokenize.js';
import type { Document, IndexContent, Paragraph, Span, VectorTable } from '../types.js';

/** One paragraph with all that is known about it; `number` is its place among all paragraphs of the index. */
export interface IndexedParagraph {
  readonly number: number;
  readonly document: Document;
  readonly paragraph: Paragraph;
  /** Spans of `document.text`, at least one. */
  readonly sentences: readonly Span[];
  /** Number of the first sentence among all sentences of the index; the others follow it. */
  readonly firstSentence: number;
  /** Entries of the vector table: parts of the paragraph, and its sentences in order. */
  readonly passageEntries: readonly number[];
  readonly sentenceEntries: readonly number[];
}

/** Everything a question is compared with, made once when an index is opened. */
export interface SearchIndex {
  readonly documents: readonly Document[];
  readonly paragraphs: readonly IndexedParagraph[];
  /** Lexical statistics: units are paragraphs (headings included) and sentences, by their numbers. */
  readonly paragraphTerms: Bm25Index;
  readonly sentenceTerms: Bm25Index;
  /** Number of the paragraph that holds each sentence. */
  readonly paragraphOfSentence: readonly number[];
  /** Number of the paragraph that each vector stands for. */
  readonly paragraphOfEntry: readonly number[];
  readonly vectors: VectorTable;
  readonly store: VectorStore;
}

/** Builds the lexical side and ties the entries of the vector table to their paragraphs. */
export function createSearchIndex(content: IndexContent & { readonly store: VectorStore }): SearchIndex {
  const entriesOf = groupEntries(content);
  const paragraphs: IndexedParagraph[] = [];
  const paragraphOfSentence: number[] = [];
  const paragraphOfEntry = new Array<number>(content.entries.length).fill(-1);
  for (const document of content.documents) {
    for (const paragraph of document.paragraphs) {
      const number = paragraphs.length;
      const entries = entriesOf.get(keyOf(document.id, paragraph.label)) ?? { passages: [], sentences: [] };
      const sentences = sentencesOf(document.text, paragraph);
      const indexed = { number, document, paragraph, sentences, firstSentence: paragraphOfSentence.length };
      paragraphs.push({ ...indexed, passageEntries: entries.passages, sentenceEntries: entries.sentences });
      for (const entry of [...entries.passages, ...entries.sentences]) paragraphOfEntry[entry] = number;
      for (let i = 0; i < sentences.length; i++) paragraphOfSentence.push(number);
    }
  }
  const sentenceTexts = paragraphs.flatMap(({ document, sentences }) => sentences.map(({ start, end }) => document.text.slice(start, end)));
  return {
    documents: content.documents,
    paragraphs,
    paragraphTerms: new Bm25Index(paragraphs.map(({ paragraph }) => terms(withHeading(paragraph, bodyOf(paragraph))))),
    sentenceTerms: new Bm25Index(sentenceTexts.map(terms)),
    paragraphOfSentence,
    paragraphOfEntry,
    vectors: content.vectors,
    store: content.store,
  };
}

/** The wording of a paragraph without its printed number. */
export function bodyOf({ text, start, bodyStart }: Paragraph): string {
  return text.slice(bodyStart - start);
}

function groupEntries({ entries }: IndexContent): Map<string, { readonly passages: number[]; readonly sentences: number[] }> {
  const groups = new Map<string, { readonly passages: number[]; readonly sentences: number[] }>();
  entries.forEach(({ kind, documentId, paragraph }, entry) => {
    const key = keyOf(documentId, paragraph);
    const group = groups.get(key) ?? { passages: [], sentences: [] };
    (kind === 'passage' ? group.passages : group.sentences).push(entry);
    groups.set(key, group);
  });
  return groups;
}

function keyOf(documentId: string, label: string): string {
  return `${documentId}\n${label}`;
}
