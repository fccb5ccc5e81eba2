import { dotProducts } from '../../ranking/simd/vector-block.js';
import { TopScores } from '../../ranking/top-scores.js';
import type { BackgroundKind, Cosines } from '../../ports/search-index.js';
import type { VectorTable } from '../../types.js';
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

/** About the cosines of one vector with those of the index. */
export interface CosineEstimates {
  /** Of `count` vectors from `first` on; what stands there after the next call are others. */
  readonly of: (first: number, count: number) => ArrayLike<number>;
  /** What they are to be multiplied with. */
  readonly scale: number;
}

export type EstimateFor = (vector: ArrayLike<number>) => CosineEstimates;

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

  /** Those of some paragraphs in ascending order, with their vectors as they are. */
  cosines(numbers: Uint32Array, vector: ArrayLike<number>): Cosines {
    const cosines = noCosines(numbers.length);
    let row = 0;
    for (const { numbers: those, ...range } of readRuns(numbers, this.#table)) {
      const products = range.count === 0 ? [] : dotProducts(this.#vectorsAt(range), vector);
      for (const number of those) {
        const first = this.#table.firstVectorOf(number) - range.first;
        this.#putHighest({ cosines, row, number }, { products, first, scale: 1 });
        row += 1;
      }
    }
    return cosines;
  }

  /** The same by estimates, without reading. */
  estimated(numbers: Uint32Array, { of, scale }: CosineEstimates): Cosines {
    const cosines = noCosines(numbers.length);
    numbers.forEach((number, row) => {
      const first = this.#table.firstVectorOf(number);
      const products = of(first, this.#table.firstVectorOf(number + 1) - first);
      this.#putHighest({ cosines, row, number }, { products, first: 0, scale });
    });
    return cosines;
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
        dotProducts(this.#vectorsAt(range), vector).forEach((cosine, i) => {
          nearest.add(from + i, cosine);
        });
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

  #putHighest(
    into: { readonly cosines: Cosines; readonly row: number; readonly number: number },
    from: {
      readonly products: ArrayLike<number>;
      /** Where the paragraph's own begin. */
      readonly first: number;
      readonly scale: number;
    },
  ): void {
    let next = from.first;
    for (const kind of KINDS) {
      const end = next + this.#table.vectorCountOf(into.number, kind);
      let highest = NaN;
      for (; next < end; next++) {
        const product = from.products[next] as number;
        // Not the other way round: the first one is compared with none.
        if (!(product <= highest)) highest = product;
      }
      into.cosines[kind][into.row] = highest * from.scale;
    }
  }
}

/** Of so many paragraphs, none with a vector. */
export function noCosines(count: number): Cosines {
  const none = (): Float64Array => new Float64Array(count).fill(NaN);
  return { passage: none(), sentence: none(), question: none() };
}
