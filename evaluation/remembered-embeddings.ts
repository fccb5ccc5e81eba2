import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { EncodedSide, Encoder, QuestionEncoder } from '../src/ports/encoder.js';

export interface SizedEmbeddings
  extends QuestionEncoder, Pick<Encoder, 'dimensions' | 'embedQueries'> {}

/**
 * Embeds every text once: the variants of an index share nearly all of their texts, and are asked
 * the same questions.
 */
export function rememberEmbeddings(
  embeddings: SizedEmbeddings,
): SizedEmbeddings & EmbeddingsInterface {
  const vectors = new Map<string, Promise<number[]>>();
  const embed = (side: EncodedSide, text: string): Promise<number[]> => {
    const key = `${side}\0${text}`;
    let vector = vectors.get(key);
    if (vector === undefined) {
      vector =
        side === 'query'
          ? embeddings.embedQuery(text)
          : embeddings.embedDocuments([text]).then(([only = []]) => only);
      vectors.set(key, vector);
    }
    return vector;
  };
  return {
    dimensions: embeddings.dimensions,
    understands: (text) => embeddings.understands(text),
    embedQuery: (text) => embed('query', text),
    embedQueries: (texts) => Promise.all(texts.map((text) => embed('query', text))),
    embedDocuments: (texts) => Promise.all(texts.map((text) => embed('passage', text))),
  };
}
