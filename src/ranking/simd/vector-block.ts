import type { VectorTable } from '../../types.js';
import { productInstance, type ProductInstance } from './product-instance.js';

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Vectors that are multiplied with others, again and again: a tenth of the time of a loop over them. */
export class VectorBlock {
  readonly dimensions: number;
  /** Of all vectors, one after the other; zeros until they are set. */
  readonly values: Float32Array;
  readonly #instance: ProductInstance;
  readonly #query: Float32Array;
  readonly #products: Float32Array;

  constructor(count: number, dimensions: number) {
    this.dimensions = dimensions;
    const length = count * dimensions;
    this.#instance = productInstance((length + dimensions + count) * BYTES);
    const { memory } = this.#instance;
    this.values = new Float32Array(memory, 0, length);
    this.#query = new Float32Array(memory, length * BYTES, dimensions);
    this.#products = new Float32Array(memory, (length + dimensions) * BYTES, count);
  }

  static of(vectors: readonly Float32Array[]): VectorBlock {
    const dimensions = vectors[0]?.length ?? 0;
    const block = new VectorBlock(vectors.length, dimensions);
    vectors.forEach((vector, i) => {
      block.values.set(vector, i * dimensions);
    });
    return block;
  }

  /**
   * The product of a vector with each of the first `count`, all unless given: cosines where all are of
   * unit length. They stand where those of the next call do.
   */
  products(vector: ArrayLike<number>, count = this.#products.length): Float32Array {
    this.#query.set(vector);
    this.#instance.ofFloats(
      this.values.byteOffset,
      count,
      this.dimensions * BYTES,
      this.#query.byteOffset,
      this.#products.byteOffset,
    );
    return this.#products.subarray(0, count);
  }
}

let scratch = new VectorBlock(0, 1);

/** The same for vectors that stand elsewhere; the products stand where those of the next call do. */
export function dotProducts(
  { values, dimensions }: VectorTable,
  vector: ArrayLike<number>,
): Float32Array {
  const count = values.length / dimensions;
  if (scratch.dimensions !== dimensions || scratch.values.length < values.length) {
    scratch = new VectorBlock(2 * count, dimensions);
  }
  scratch.values.set(values);
  return scratch.products(vector, count);
}
