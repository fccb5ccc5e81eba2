import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { QuestionEncoder } from '../src/ports/encoder.js';

export interface SizedEmbeddings extends QuestionEncoder {
  readonly dimensions: number;
}

/**
 * Embeds every text once: the variants of an index share nearly all of their texts, and are asked
 * the same questions.
 */
export function rememberEmbeddings(
  embeddings: SizedEmbeddings,
): SizedEmbeddings & EmbeddingsInterface {
  const vectors = new Map<string, Promise<number[]>>();
  const embedQuery = (text: string): Promise<number[]> => {
    let vector = vectors.get(text);
    if (vector === undefined) {
      vector = embeddings.embedQuery(text);
      vectors.set(text, vector);
    }
    return vector;
  };
  return {
    dimensions: embeddings.dimensions,
    understands: (text) => embeddings.understands(text),
    embedQuery,
    embedDocuments: (texts) => Promise.all(texts.map(embedQuery)),
  };
}
