import type { IndexedParagraph, SearchIndex } from '../../ports/search-index.js';
import type { Probe } from './probe.js';
import { similarityTo } from './signals.js';

/** How near each sentence of a paragraph is to a probe, in order, 0 to about 1. */
export function sentenceScores(
  index: SearchIndex,
  probe: Probe,
  { sentences, vectors }: IndexedParagraph,
): number[] {
  const similarity = similarityTo(index, probe);
  return sentences.map((_, i) => {
    const vector = vectors.sentence[i];
    return vector === undefined ? 0 : similarity([vector]);
  });
}
