import type { ClaimReader } from '../../src/ports/claim-reader.js';
import type { VocabularyEncoder } from '../../src/ports/encoder.js';

/** What was made of each key once; a copy for whoever asks. */
function remembering<Result extends number[]>(
  make: (key: string) => Promise<Result>,
): (key: string) => Promise<number[]> {
  const made = new Map<string, Promise<Result>>();
  return async (key) => {
    let result = made.get(key);
    if (result === undefined) {
      result = make(key);
      made.set(key, result);
    }
    return [...(await result)];
  };
}

/** Has every text embedded once, whatever asks: the same ones are asked and said in many tests. */
export function rememberVectors(encoder: VocabularyEncoder): VocabularyEncoder {
  const queryVector = remembering((text) => encoder.embedQuery(text));
  const textVector = remembering(async (text) => (await encoder.embedDocuments([text]))[0] ?? []);
  return {
    model: encoder.model,
    fingerprint: encoder.fingerprint,
    dimensions: encoder.dimensions,
    isWord: (word) => encoder.isWord(word),
    understands: (text) => encoder.understands(text),
    embedQuery: queryVector,
    embedQueries: (texts) => Promise.all(texts.map(queryVector)),
    embedDocuments: (texts) => Promise.all(texts.map(textVector)),
    matchTokens: (question, text) => encoder.matchTokens(question, text),
  };
}

/** Has every claim weighed once against the same sentences. */
export function rememberWeighings(reader: ClaimReader): ClaimReader {
  const logits = remembering((key) =>
    reader.weigh(...(JSON.parse(key) as Parameters<ClaimReader['weigh']>)),
  );
  return {
    reads: (language) => reader.reads(language),
    weigh: (claim, cited) => logits(JSON.stringify([claim, cited])),
  };
}
