import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VocabularyEncoder } from '../../ports/encoder.js';

/**
 * Any LangChain embeddings as an encoder: vectors are brought to unit length, and since LangChain
 * knows of no vocabulary and no tokens, every text counts as understood, no word as misspelt, and
 * nothing is compared by tokens.
 */
export class LangChainEncoder implements VocabularyEncoder {
  readonly model: string;
  readonly fingerprint: string;
  readonly dimensions: number;
  readonly #embeddings: EmbeddingsInterface;

  private constructor(embeddings: EmbeddingsInterface, dimensions: number) {
    const kind = embeddings.constructor.name;
    this.#embeddings = embeddings;
    this.model = 'model' in embeddings ? String(embeddings.model) : kind;
    // Two models of one class and width that do not tell their names cannot be told apart.
    this.fingerprint = `${kind}:${this.model}:${dimensions}`;
    this.dimensions = dimensions;
  }

  /** Embeds one text, to learn how long the vectors are. */
  static async of(embeddings: EmbeddingsInterface): Promise<LangChainEncoder> {
    const { length } = await embeddings.embedQuery('dimensions');
    return new LangChainEncoder(embeddings, length);
  }

  async embedQuery(text: string): Promise<number[]> {
    return unitLength(await this.#embeddings.embedQuery(text));
  }

  embedQueries(texts: readonly string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.#embeddings.embedDocuments(texts)).map(unitLength);
  }

  understands(text: string): boolean {
    return /[\p{L}\p{N}]/u.test(text);
  }

  isWord(): boolean {
    return true;
  }

  matchTokens(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

function unitLength(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
