import type { IndexedParagraph } from '../ports/search-index.js';
import type { Evidence } from './search/evidence.js';
import type { Probe } from './search/probe.js';

/** A text that is searched for, and how much it counts beside the aspect's own 1. */
export interface WeightedProbe {
  readonly probe: Probe;
  readonly weight: number;
}

/** Sentences by their paragraphs, each by its place there from 0 on. */
export type NamedSentences = ReadonlyMap<IndexedParagraph, ReadonlySet<number>>;

/** One of the things that a question asks, with its own evidence, best first. */
export interface Aspect {
  /** The aspect's words, then what they lean on; never empty. */
  readonly probes: readonly WeightedProbe[];
  readonly evidence: readonly Evidence[];
  /** What stands at the places that the question names, in the order of the texts; mostly none. */
  readonly named: readonly IndexedParagraph[];
  /** Of those of which only sentences are named, these. */
  readonly sentences: NamedSentences;
  /** Something is asked of what stands there; else all of it is wanted. */
  readonly ofNamed: boolean;
}
