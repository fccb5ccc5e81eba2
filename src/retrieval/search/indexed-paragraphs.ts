import { termsOf } from '../../documents/document-terms.js';
import { sentencesOf } from '../../documents/searched-text.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import type { IndexedDocument, IndexEntry, Paragraph, Span, VectorTable } from '../../types.js';

/** How many vectors of each kind a paragraph has. */
export type VectorCounts = Readonly<Record<IndexEntry['kind'], number>>;

export interface IndexedParagraphsOptions {
  /** Number of the first paragraph. */
  readonly first: number;
  /** Of the document's paragraphs, in their order. */
  readonly vectorCounts: readonly VectorCounts[];
  /** Of the whole document: paragraph by paragraph its passages, its sentences, its questions. */
  readonly vectors: VectorTable;
}

/** A document's paragraphs as retrieval has them. */
export function indexedParagraphs(
  document: IndexedDocument,
  { first, vectorCounts, vectors: { values, dimensions } }: IndexedParagraphsOptions,
): readonly IndexedParagraph[] {
  const siblings: IndexedParagraph[] = [];
  let next = 0;
  const take = (count: number): Float32Array[] =>
    Array.from({ length: count }, () => {
      const vector = values.subarray(next * dimensions, (next + 1) * dimensions);
      next += 1;
      return vector;
    });
  document.paragraphs.forEach((paragraph, i) => {
    const { passage, sentence, question } = vectorCounts[i] ?? NO_VECTORS;
    const vectors = { passage: take(passage), sentence: take(sentence), question: take(question) };
    siblings.push(
      new LoadedParagraph({ number: first + i, document, paragraph, siblings, vectors }),
    );
  });
  return siblings;
}

/** How many vectors each paragraph has; entries are in the order of the paragraphs. */
export function vectorCountsOf(
  document: IndexedDocument,
  entries: readonly IndexEntry[],
): VectorCounts[] {
  const counts = new Map<string, Record<IndexEntry['kind'], number>>();
  for (const { kind, paragraph } of entries) {
    const own = counts.get(paragraph) ?? { ...NO_VECTORS };
    own[kind] += 1;
    counts.set(paragraph, own);
  }
  return document.paragraphs.map(({ label }) => counts.get(label) ?? NO_VECTORS);
}

const NO_VECTORS: VectorCounts = { passage: 0, sentence: 0, question: 0 };

type Known = Pick<IndexedParagraph, 'number' | 'document' | 'paragraph' | 'siblings' | 'vectors'>;

/** Its sentences and terms are told apart when somebody asks for them: of most nobody does. */
class LoadedParagraph implements IndexedParagraph {
  readonly number: number;
  readonly document: IndexedDocument;
  readonly paragraph: Paragraph;
  readonly siblings: readonly IndexedParagraph[];
  readonly vectors: IndexedParagraph['vectors'];
  #sentences: readonly Span[] | undefined;
  #terms: ReadonlySet<string> | undefined;

  constructor({ number, document, paragraph, siblings, vectors }: Known) {
    this.number = number;
    this.document = document;
    this.paragraph = paragraph;
    this.siblings = siblings;
    this.vectors = vectors;
  }

  get sentences(): readonly Span[] {
    this.#sentences ??= sentencesOf(this.document.text, this.paragraph);
    return this.#sentences;
  }

  get terms(): ReadonlySet<string> {
    this.#terms ??= new Set(termsOf(this.document, this.paragraph).all);
    return this.#terms;
  }
}
