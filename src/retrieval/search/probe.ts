import { normalizeForSearch } from '../../language/normalize.js';
import { questionTerms, terms, type AskedIn } from '../../language/tokenize.js';
import type { QuestionEncoder } from '../../ports/encoder.js';

/** A text made ready to be compared with the index. */
export interface Probe {
  readonly text: string;
  readonly terms: readonly string[];
  /** Unit length; undefined where the model knows no word of the text. */
  readonly vector: Float32Array | undefined;
}

/** @param askedIn where absent, the scripts of the words tell their languages */
export async function prepareProbe(
  embeddings: QuestionEncoder,
  text: string,
  askedIn?: AskedIn,
): Promise<Probe> {
  const normalized = normalizeForSearch(text);
  const vector = embeddings.understands(normalized)
    ? Float32Array.from(await embeddings.embedQuery(normalized))
    : undefined;
  return {
    text,
    terms: askedIn === undefined ? terms(text) : questionTerms(text, askedIn),
    vector,
  };
}
