import { MAX_BACKGROUND } from '../settings.js';
import type { BackgroundKind } from '../../ports/search-index.js';
import type { VectorCounts } from './indexed-paragraphs.js';

/** Where the paragraphs of an index stand, and their vectors: numbers alone, a few bytes each. */
export class ParagraphTable {
  /** Of each document its first paragraph; behind the last one their count. */
  readonly #firsts: Uint32Array;
  /** Of each paragraph its document, and its first vector; behind the last one their count. */
  readonly #documents: Uint32Array;
  readonly #vectors: Uint32Array;
  /** Of each paragraph, one after the other. */
  readonly #counts: Readonly<Record<keyof VectorCounts, Uint32Array>>;

  /** @param documents of each document, how many vectors its paragraphs have */
  constructor(documents: readonly (readonly VectorCounts[])[]) {
    const size = documents.reduce((sum, { length }) => sum + length, 0);
    this.#firsts = new Uint32Array(documents.length + 1);
    this.#documents = new Uint32Array(size);
    this.#vectors = new Uint32Array(size + 1);
    this.#counts = {
      passage: new Uint32Array(size),
      sentence: new Uint32Array(size),
      question: new Uint32Array(size),
    };
    let number = 0;
    documents.forEach((paragraphs, document) => {
      for (const counts of paragraphs) {
        this.#documents[number] = document;
        this.#counts.passage[number] = counts.passage;
        this.#counts.sentence[number] = counts.sentence;
        this.#counts.question[number] = counts.question;
        const own = counts.passage + counts.sentence + counts.question;
        this.#vectors[number + 1] = (this.#vectors[number] ?? 0) + own;
        number += 1;
      }
      this.#firsts[document + 1] = number;
    });
  }

  /** How many paragraphs there are. */
  get size(): number {
    return this.#documents.length;
  }

  /** The most vectors that one of them has. */
  get mostVectors(): number {
    return this.#vectors.reduce(
      (most, end, number) => Math.max(most, end - (this.#vectors[number - 1] ?? 0)),
      0,
    );
  }

  get vectorCount(): number {
    return this.#vectors[this.size] ?? 0;
  }

  /** Place of the document of a paragraph. */
  documentOf(number: number): number {
    return this.#documents[number] ?? -1;
  }

  /** Number of the first paragraph of a document. */
  firstOf(document: number): number {
    return this.#firsts[document] ?? 0;
  }

  /** Its vectors are `[first … end)`. */
  vectorsOf(document: number): { readonly first: number; readonly end: number } {
    return {
      first: this.#vectors[this.firstOf(document)] ?? 0,
      end: this.#vectors[this.firstOf(document + 1)] ?? 0,
    };
  }

  /** Number of the first vector of a paragraph; the others follow. */
  firstVectorOf(number: number): number {
    return this.#vectors[number] ?? 0;
  }

  /** Its passages come first, then its sentences, then its questions. */
  vectorCountsOf(number: number): VectorCounts {
    return {
      passage: this.#counts.passage[number] ?? 0,
      sentence: this.#counts.sentence[number] ?? 0,
      question: this.#counts.question[number] ?? 0,
    };
  }

  /** How many it has of one kind. */
  vectorCountOf(number: number, kind: keyof VectorCounts): number {
    return this.#counts[kind][number] ?? 0;
  }

  /** Number of the paragraph that a vector stands for; undefined for a vector that is not there. */
  paragraphAt(entry: number): number | undefined {
    if (!(entry >= 0 && entry < this.vectorCount)) return undefined;
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#vectors[middle + 1] ?? 0) <= entry) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** At most {@link MAX_BACKGROUND} vectors of a kind, at even distances. */
export function sampleOf(
  table: ParagraphTable,
  kind: BackgroundKind,
): { readonly document: number; readonly entry: number }[] {
  let total = 0;
  for (let number = 0; number < table.size; number++) total += table.vectorCountsOf(number)[kind];
  const step = Math.max(1, total / MAX_BACKGROUND);
  const count = Math.min(MAX_BACKGROUND, total);
  const sample: { document: number; entry: number }[] = [];
  let before = 0;
  for (let number = 0; number < table.size && sample.length < count; number++) {
    const counts = table.vectorCountsOf(number);
    const first =
      table.firstVectorOf(number) + counts.passage + (kind === 'question' ? counts.sentence : 0);
    for (
      let wanted = Math.floor(sample.length * step);
      sample.length < count && wanted < before + counts[kind];
      wanted = Math.floor(sample.length * step)
    ) {
      sample.push({ document: table.documentOf(number), entry: first + wanted - before });
    }
    before += counts[kind];
  }
  return sample;
}
