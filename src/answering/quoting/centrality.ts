import { dot } from '../../ranking/exact-search.js';
import type { PlacedSentence } from './sentence.js';

/** How near a sentence is to the mean of all: what the text keeps coming back to is near it. */
export function centralityOf(
  sentences: readonly PlacedSentence[],
): (sentence: PlacedSentence) => number {
  const vectors = sentences.flatMap((sentence) => vectorOf(sentence) ?? []);
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0);
  }
  return (sentence) => {
    const vector = vectorOf(sentence);
    return vector === undefined ? -Infinity : dot(vector, mean);
  };
}

function vectorOf({ paragraph, place }: PlacedSentence): Float32Array | undefined {
  return paragraph.vectors.sentence[place];
}
