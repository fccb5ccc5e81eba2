import { productInstance, type ProductInstance } from './product-instance.js';

/** What stands for 1: numbers of a vector of unit length are rounded to 8 bits with their sign. */
const ONE = 127;
/** The product of two codes whose vectors' is 1. */
export const CODE_SCALE = ONE * ONE;
/** So many are multiplied at a time. */
const STEP = 16;
const QUERY_BYTES = Int16Array.BYTES_PER_ELEMENT;
const PRODUCT_BYTES = Int32Array.BYTES_PER_ELEMENT;

/** Vectors of unit length in 8 bits a number: enough to tell which are near. */
export class CodeBlock {
  readonly #dimensions: number;
  readonly #instance: ProductInstance;
  readonly #codes: Int8Array;
  readonly #query: Int16Array;
  readonly #products: Int32Array;

  /**
   * @param dimensions a multiple of 16
   * @param most how many are multiplied with one call
   */
  constructor(count: number, dimensions: number, most: number) {
    if (dimensions % STEP !== 0) throw new RangeError(`${dimensions} is no multiple of ${STEP}.`);
    this.#dimensions = dimensions;
    const bytes = count * dimensions;
    const productsAt = bytes + dimensions * QUERY_BYTES;
    this.#instance = productInstance(productsAt + most * PRODUCT_BYTES);
    const { memory } = this.#instance;
    this.#codes = new Int8Array(memory, 0, bytes);
    this.#query = new Int16Array(memory, bytes, dimensions);
    this.#products = new Int32Array(memory, productsAt, most);
  }

  put(place: number, vector: Float32Array): void {
    putRounded(vector, this.#codes, place * this.#dimensions);
  }

  /** What the next products are with. */
  set query(vector: Float32Array) {
    putRounded(vector, this.#query, 0);
  }

  /**
   * The products of the query with `count` codes from `first` on, {@link CODE_SCALE} of which are 1.
   * They stand where those of the next call do.
   */
  products(first: number, count: number): Int32Array {
    this.#instance.ofBytes(
      first * this.#dimensions,
      count,
      this.#dimensions,
      this.#query.byteOffset,
      this.#products.byteOffset,
    );
    return this.#products;
  }
}

/** A loop: millions of numbers are put when an index is opened. */
function putRounded(vector: Float32Array, into: Int8Array | Int16Array, at: number): void {
  for (let i = 0; i < vector.length; i++) into[at + i] = Math.round(ONE * (vector[i] as number));
}
