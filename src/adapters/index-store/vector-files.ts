import { closeSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';
import { LRUCache } from 'lru-cache';
import type { VectorTable } from '../../types.js';

/** Files that are open at the same time; of more, the one that was not asked for longest is closed. */
const MAX_OPEN = 512;
const NUMBER_BYTES = Float32Array.BYTES_PER_ELEMENT;

/** What is forgotten leaves no file open. */
const FORGOTTEN = new FinalizationRegistry((files: LRUCache<number, number>) => {
  files.clear();
});

/** The vectors of documents, read from their files as they are asked for. */
export class VectorFiles {
  readonly #dimensions: number;
  readonly #pathOf: (document: number) => string;
  /** Descriptors by the places of the documents. */
  readonly #files: LRUCache<number, number>;
  #buffer = Buffer.alloc(0);

  /** @param pathOf where the file of the document at a place is */
  constructor(dimensions: number, pathOf: (document: number) => string) {
    this.#dimensions = dimensions;
    this.#pathOf = pathOf;
    this.#files = new LRUCache<number, number>({ max: MAX_OPEN, dispose: closeSync });
    FORGOTTEN.register(this, this.#files);
  }

  /**
   * `count` vectors of a document from its vector `first` on. They stand in a place that the next
   * call uses again.
   */
  read(
    document: number,
    { first, count }: { readonly first: number; readonly count: number },
  ): VectorTable {
    const bytes = count * this.#dimensions * NUMBER_BYTES;
    if (this.#buffer.length < bytes) this.#buffer = Buffer.alloc(2 * bytes);
    const part = this.#buffer.subarray(0, bytes);
    const position = first * this.#dimensions * NUMBER_BYTES;
    const read = readSync(this.#fileOf(document), part, 0, bytes, position);
    if (read !== bytes) throw new Error(`A file of vectors ends ${bytes - read} bytes too early.`);
    if (endianness() !== 'LE') part.swap32();
    return {
      values: new Float32Array(part.buffer, part.byteOffset, count * this.#dimensions),
      dimensions: this.#dimensions,
    };
  }

  /** Closes all files; what is read next opens its own again. */
  close(): void {
    this.#files.clear();
  }

  #fileOf(document: number): number {
    const known = this.#files.get(document);
    if (known !== undefined) return known;
    const file = openSync(this.#pathOf(document), 'r');
    this.#files.set(document, file);
    return file;
  }
}
