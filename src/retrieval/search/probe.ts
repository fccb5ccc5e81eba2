import { normalizeForSearch } from '../../language/normalize.js';
import { terms } from '../../language/tokenize.js';
import type { QuestionEncoder } from '../../ports/encoder.js';

/** A text made ready to be compared with the index. */
export interface Probe {
  readonly text: string;
  readonly terms: readonly string[];
  /** Unit length; undefined where the model knows no word of the text. */
  readonly vector: Float32Array | undefined;
}

export async function prepareProbe(embeddings: QuestionEncoder, text: string): Promise<Probe> {
  const normalized = normalizeForSearch(text);
  const vector = embeddings.understands(normalized)
    ? Float32Array.from(await embeddings.embedQuery(normalized))
    : undefined;
  return { text, terms: terms(text), vector };
}
