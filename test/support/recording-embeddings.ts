import { createHash } from 'node:crypto';
import { Embeddings } from '@langchain/core/embeddings';
import type { Encoder } from '../../src/ports/encoder.js';

/** Numbers from -1 to 1 that are the same for the same seed (mulberry32). */
export function pseudoRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

export function unitVector(random: () => number, dimensions: number): number[] {
  const values = Array.from({ length: dimensions }, random);
  const norm = Math.hypot(...values);
  return values.map((value) => value / norm);
}

/**
 * LangChain embeddings that give each text a direction of its own and remember what they were
 * asked.
 */
export class RecordingEmbeddings extends Embeddings implements Encoder {
  readonly model: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly embedded: string[] = [];
  /** Those of them that were embedded as questions, several at once. */
  readonly asked: string[] = [];
  /** Embeds this many texts, then throws. */
  readonly #failAfter: number;

  constructor({
    model = 'recording',
    dimensions = 16,
    failAfter = Infinity,
  }: { readonly model?: string; readonly dimensions?: number; readonly failAfter?: number } = {}) {
    super({});
    this.model = model;
    this.fingerprint = createHash('sha256').update(model).digest('hex');
    this.dimensions = dimensions;
    this.#failAfter = failAfter;
  }

  embedQueries(texts: readonly string[]): Promise<number[][]> {
    this.asked.push(...texts);
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  override embedQuery(text: string): Promise<number[]> {
    if (this.embedded.length >= this.#failAfter) {
      return Promise.reject(new Error('the model gave up'));
    }
    this.embedded.push(text);
    return Promise.resolve(
      unitVector(
        pseudoRandom(createHash('sha256').update(text).digest().readUInt32LE()),
        this.dimensions,
      ),
    );
  }
}
