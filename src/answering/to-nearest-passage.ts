import type { NearestPassage } from '../protocol.js';
import type { Aspect } from '../retrieval/aspect.js';
import type { Evidence } from '../retrieval/search/evidence.js';
import type { SearchIndex } from '../ports/search-index.js';
import { candidatesOf } from './quoting/candidate.js';
import { wordingOf } from './quoting/sentence.js';
import { toScoredPassage } from './to-scored-passage.js';

/** A paragraph that came near, with its nearest sentence as the words that did. */
export function toNearestPassage(
  index: SearchIndex,
  probes: Aspect['probes'],
  found: Evidence,
): NearestPassage {
  const { paragraph } = found;
  const [{ place } = { place: 0 }] = candidatesOf(index, probes, found);
  const { start, end } = paragraph.sentences[place] ?? paragraph.paragraph;
  return {
    ...toScoredPassage(found),
    quote: wordingOf({ paragraph, place }),
    start,
    end,
  };
}
