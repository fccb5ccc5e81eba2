import type { Probe } from './probe.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';
import { similarityTo } from './signals.js';

/** How near each sentence of a paragraph is to a probe, in order, 0 to about 1. */
export function sentenceScores(
  index: SearchIndex,
  probe: Probe,
  { sentences, entries }: IndexedParagraph,
): number[] {
  const similarity = similarityTo(index, probe);
  return sentences.map((_, i) => {
    const entry = entries.sentence[i];
    return entry === undefined ? 0 : similarity([entry]);
  });
}
