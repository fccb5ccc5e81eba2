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
  /**
   * `count` vectors of the document from its vector `first` on: paragraph by paragraph its passages,
   * its sentences, its questions.
   */
  readonly vectorsAt: (first: number, count: number) => VectorTable;
}

/** A document's paragraphs as retrieval has them. */
export function indexedParagraphs(
  document: IndexedDocument,
  { first, vectorCounts, vectorsAt }: IndexedParagraphsOptions,
): readonly IndexedParagraph[] {
  const siblings: IndexedParagraph[] = [];
  let next = 0;
  document.paragraphs.forEach((paragraph, i) => {
    const counts = vectorCounts[i] ?? NO_VECTORS;
    const from = next;
    const count = counts.passage + counts.sentence + counts.question;
    next += count;
    siblings.push(
      new LoadedParagraph({
        number: first + i,
        document,
        paragraph,
        siblings,
        readVectors: () => byKind(vectorsAt(from, count), counts),
      }),
    );
  });
  return siblings;
}

/** Vectors that are all at hand, as `vectorsAt` of {@link IndexedParagraphsOptions}. */
export function partsOf({
  values,
  dimensions,
}: VectorTable): IndexedParagraphsOptions['vectorsAt'] {
  return (first, count) => ({
    values: values.subarray(first * dimensions, (first + count) * dimensions),
    dimensions,
  });
}

function byKind(
  { values, dimensions }: VectorTable,
  counts: VectorCounts,
): IndexedParagraph['vectors'] {
  let next = 0;
  const take = (count: number): Float32Array[] =>
    Array.from({ length: count }, () => {
      next += dimensions;
      return values.subarray(next - dimensions, next);
    });
  return {
    passage: take(counts.passage),
    sentence: take(counts.sentence),
    question: take(counts.question),
  };
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

interface Known extends Pick<IndexedParagraph, 'number' | 'document' | 'paragraph' | 'siblings'> {
  readonly readVectors: () => IndexedParagraph['vectors'];
}

/** Its sentences, terms and vectors are made when somebody asks for them: of most nobody does. */
class LoadedParagraph implements IndexedParagraph {
  readonly number: number;
  readonly document: IndexedDocument;
  readonly paragraph: Paragraph;
  readonly siblings: readonly IndexedParagraph[];
  readonly #readVectors: Known['readVectors'];
  #vectors: IndexedParagraph['vectors'] | undefined;
  #sentences: readonly Span[] | undefined;
  #terms: ReadonlySet<string> | undefined;

  constructor({ number, document, paragraph, siblings, readVectors }: Known) {
    this.number = number;
    this.document = document;
    this.paragraph = paragraph;
    this.siblings = siblings;
    this.#readVectors = readVectors;
  }

  get vectors(): IndexedParagraph['vectors'] {
    this.#vectors ??= this.#readVectors();
    return this.#vectors;
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
