import type { QuestionEncoder } from '../../ports/encoder.js';

/** Embeds each text once: the readings of a question share most of theirs. */
export function embedOnce(embeddings: QuestionEncoder): QuestionEncoder {
  const vectors = new Map<string, Promise<number[]>>();
  return {
    understands: (text) => embeddings.understands(text),
    embedDocuments: (texts) => embeddings.embedDocuments(texts),
    embedQuery: (text) => {
      const known = vectors.get(text);
      if (known !== undefined) return known;
      const vector = embeddings.embedQuery(text);
      vectors.set(text, vector);
      return vector;
    },
  };
}
