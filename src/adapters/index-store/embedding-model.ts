import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** The embeddings that an index is built and searched with. */
export interface EmbeddingModel extends EmbeddingsInterface {
  /** As configured; for messages. */
  readonly model: string;
  /** The same vectors come from the same fingerprint. */
  readonly fingerprint: string;
  readonly dimensions: number;
}
