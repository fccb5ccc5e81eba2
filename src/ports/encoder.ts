import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { TokenMatcher } from './token-matcher.js';

/** As what a text is embedded: as a question, or as a text that is searched. */
export type EncodedSide = 'query' | 'passage';

/** The embedding model that an index is built and searched with: LangChain's interface, named. */
export interface Encoder extends EmbeddingsInterface {
  /** As configured; for messages. */
  readonly model: string;
  /** The same vectors come from the same fingerprint. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** What {@link EmbeddingsInterface.embedQuery} gives for each, in their order. */
  embedQueries(texts: readonly string[]): Promise<number[][]>;
}

/** What retrieval needs to know of an encoder beside LangChain's interface. */
export interface QuestionEncoder extends EmbeddingsInterface {
  /**
   * Whether the encoder knows any piece of the text; the vector of a text that it does not know
   * says nothing.
   */
  understands(text: string): boolean;
}

/**
 * An encoder that tells its vocabulary, and compares by tokens: all that questions about a folder of
 * texts take.
 */
export interface VocabularyEncoder extends Encoder, QuestionEncoder, TokenMatcher {
  /** Whether this one word is surely spelt as it should be; `true` where that cannot be told. */
  isWord(word: string): boolean;
}
