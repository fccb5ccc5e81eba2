import { similarityTo } from '../../ranking/exact-search.js';
import { TopScores } from '../../ranking/top-scores.js';
import type { BackgroundKind, Candidate } from '../../ports/search-index.js';
import type { IndexEntry, VectorTable } from '../../types.js';
import { sampleOf, type ParagraphTable } from './paragraph-table.js';
import { readRuns } from './read-runs.js';

/** Vectors one after the other, `count` of them from `first` on, all of one document. */
export interface VectorRange {
  readonly document: number;
  readonly first: number;
  readonly count: number;
}

/** Reads vectors; what was read before may be gone with it. */
export type VectorsAt = (range: VectorRange) => VectorTable;

const KINDS = ['passage', 'sentence', 'question'] as const;
const COMPARED_AT_ONCE = 256;

/** Compares a question with the vectors of paragraphs, wherever these are kept. */
export class ParagraphVectors {
  readonly #table: ParagraphTable;
  readonly #vectorsAt: VectorsAt;

  constructor(table: ParagraphTable, vectorsAt: VectorsAt) {
    this.#table = table;
    this.#vectorsAt = vectorsAt;
  }

  /** The highest cosine of each kind, of each of some paragraphs in ascending order. */
  cosines(numbers: readonly number[], vector: ArrayLike<number>): Candidate['cosines'][] {
    return readRuns(numbers, this.#table).flatMap(({ numbers: those, ...range }) => {
      if (range.count === 0) return those.map(() => ({}));
      const vectors = this.#vectorsAt(range);
      return those.map((number) => this.#highest(number, { vectors, range, vector }));
    });
  }

  /** How many vectors some documents have. */
  countIn(documents: readonly number[]): number {
    return documents.reduce((sum, document) => {
      const { first, end } = this.#table.vectorsOf(document);
      return sum + end - first;
    }, 0);
  }

  /** The nearest vectors of some documents, by comparing with each of theirs; best first. */
  nearestIn(documents: readonly number[], vector: ArrayLike<number>, count: number): number[] {
    const nearest = new TopScores(count);
    for (const document of documents) {
      const { first, end } = this.#table.vectorsOf(document);
      for (let from = first; from < end; from += COMPARED_AT_ONCE) {
        const range = { document, first: from, count: Math.min(COMPARED_AT_ONCE, end - from) };
        const vectors = this.#vectorsAt(range);
        for (let i = 0; i < range.count; i++) {
          nearest.add(from + i, similarityTo(vectors, i, vector));
        }
      }
    }
    return nearest.sorted().map(({ unit }) => unit);
  }

  /** Some vectors of a kind, from all over the index; copied, so that nothing else is held by them. */
  sample(kind: BackgroundKind): Float32Array[] {
    return sampleOf(this.#table, kind).map(({ document, entry }) => {
      const { values, dimensions } = this.#vectorsAt({ document, first: entry, count: 1 });
      return values.slice(0, dimensions);
    });
  }

  #highest(
    number: number,
    read: {
      readonly vectors: VectorTable;
      readonly range: VectorRange;
      readonly vector: ArrayLike<number>;
    },
  ): Candidate['cosines'] {
    const counts = this.#table.vectorCountsOf(number);
    const cosines: Partial<Record<IndexEntry['kind'], number>> = {};
    let next = this.#table.firstVectorOf(number) - read.range.first;
    for (const kind of KINDS) {
      for (let i = 0; i < counts[kind]; i++, next++) {
        const cosine = similarityTo(read.vectors, next, read.vector);
        if (cosine > (cosines[kind] ?? -Infinity)) cosines[kind] = cosine;
      }
    }
    return cosines;
  }
}
