import { sentencesOf } from '../../documents/searched-text.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import { termsOf } from '../../retrieval/search/memory-index.js';
import type { DocumentContent } from '../../ports/index-storage.js';
import type { IndexedDocument, IndexEntry, Paragraph, Span } from '../../types.js';

/** What a paragraph takes beside its text and its vectors, in bytes: measured roughly. */
const PARAGRAPH_BYTES = 1_000;

type Vectors = IndexedParagraph['vectors'];

/** Makes the paragraphs of a document, in their order. */
export function paragraphsOfDocument(
  { document, entries, vectors: { values, dimensions } }: DocumentContent,
  firstNumber: number,
): readonly IndexedParagraph[] {
  const vectors = new Map<string, Record<IndexEntry['kind'], Float32Array[]>>();
  entries.forEach(({ kind, paragraph }, i) => {
    const own = vectors.get(paragraph) ?? { passage: [], sentence: [], question: [] };
    own[kind].push(values.subarray(i * dimensions, (i + 1) * dimensions));
    vectors.set(paragraph, own);
  });
  const siblings: IndexedParagraph[] = [];
  document.paragraphs.forEach((paragraph, place) => {
    siblings.push(
      new LoadedParagraph({
        number: firstNumber + place,
        document,
        paragraph,
        siblings,
        vectors: vectors.get(paragraph.label) ?? { passage: [], sentence: [], question: [] },
      }),
    );
  });
  return siblings;
}

/** About how much memory a document takes once it is loaded. */
export function bytesOf({ document, vectors }: DocumentContent): number {
  return (
    2 * document.text.length +
    vectors.values.byteLength +
    PARAGRAPH_BYTES * document.paragraphs.length
  );
}

/** Sentences and terms are made of a paragraph when it is looked at: most of a document never is. */
class LoadedParagraph implements IndexedParagraph {
  readonly number: number;
  readonly document: IndexedDocument;
  readonly paragraph: Paragraph;
  readonly siblings: readonly IndexedParagraph[];
  readonly vectors: Vectors;
  #sentences: readonly Span[] | undefined;
  #terms: ReadonlySet<string> | undefined;

  constructor(known: Omit<IndexedParagraph, 'sentences' | 'terms'>) {
    this.number = known.number;
    this.document = known.document;
    this.paragraph = known.paragraph;
    this.siblings = known.siblings;
    this.vectors = known.vectors;
  }

  get sentences(): readonly Span[] {
    return (this.#sentences ??= sentencesOf(this.document.text, this.paragraph));
  }

  get terms(): ReadonlySet<string> {
    return (this.#terms ??= new Set(termsOf(this.document, this.paragraph).all));
  }
}
