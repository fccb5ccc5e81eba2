import { similarityTo } from '../../ranking/exact-search.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { PlacedSentence } from './sentence.js';

/** How near a sentence is to the mean of all: what the text keeps coming back to is near it. */
export function centralityOf(
  { vectors }: Pick<SearchIndex, 'vectors'>,
  sentences: readonly PlacedSentence[],
): (sentence: PlacedSentence) => number {
  const { values, dimensions } = vectors;
  const mean = new Float64Array(dimensions);
  for (const sentence of sentences) {
    const offset = (entryOf(sentence) ?? 0) * dimensions;
    for (let i = 0; i < dimensions; i++) mean[i] = (mean[i] ?? 0) + (values[offset + i] ?? 0);
  }
  return (sentence) => {
    const entry = entryOf(sentence);
    return entry === undefined ? -Infinity : similarityTo(vectors, entry, mean);
  };
}

function entryOf({ paragraph, place }: PlacedSentence): number | undefined {
  return paragraph.entries.sentence[place];
}
