import { Embeddings } from '@langchain/core/embeddings';
import type { VocabularyEncoder } from '../src/ports/encoder.js';
import type { TokenMatch } from '../src/ports/token-matcher.js';

/** Embeds each question once: asked again, a question costs what searching costs. */
export class RememberingEncoder extends Embeddings implements VocabularyEncoder {
  readonly model: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #encoder: VocabularyEncoder;
  readonly #known = new Map<string, Promise<number[]>>();

  constructor(encoder: VocabularyEncoder) {
    super({});
    this.#encoder = encoder;
    this.model = encoder.model;
    this.fingerprint = encoder.fingerprint;
    this.dimensions = encoder.dimensions;
  }

  override embedQuery(text: string): Promise<number[]> {
    let vector = this.#known.get(text);
    if (vector === undefined) {
      vector = this.#encoder.embedQuery(text);
      this.#known.set(text, vector);
    }
    return vector;
  }

  embedQueries(texts: readonly string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return this.#encoder.embedDocuments(texts);
  }

  isWord(word: string): boolean {
    return this.#encoder.isWord(word);
  }

  understands(text: string): boolean {
    return this.#encoder.understands(text);
  }

  matchTokens(question: string, text: string): Promise<TokenMatch | undefined> {
    return this.#encoder.matchTokens(question, text);
  }
}
