import { Embeddings } from '@langchain/core/embeddings';
import type { Encoder } from '../../src/ports/encoder.js';
import type { MadeVectors } from './made-vectors.js';

/** Gives made texts their vectors, under the name of the encoder that ships. */
export class MadeEncoder extends Embeddings implements Encoder {
  readonly model: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #vectors: MadeVectors;
  readonly #real: Encoder;
  /** What making vectors has taken, to be told apart from the building of the index. */
  spentMs = 0;

  constructor(real: Encoder, vectors: MadeVectors) {
    super({});
    this.#real = real;
    this.#vectors = vectors;
    this.model = real.model;
    this.fingerprint = real.fingerprint;
    this.dimensions = real.dimensions;
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    const started = performance.now();
    const vectors = texts.map((text) => Array.from(this.#vectors.of(text)));
    this.spentMs += performance.now() - started;
    return Promise.resolve(vectors);
  }

  override embedQuery(text: string): Promise<number[]> {
    return this.#real.embedQuery(text);
  }

  embedQueries(texts: readonly string[]): Promise<number[][]> {
    return this.#real.embedQueries(texts);
  }
}
