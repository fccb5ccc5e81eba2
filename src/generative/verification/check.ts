import type { Probe } from '../../retrieval/search/probe.js';
import type { CitedText } from './cited-text.js';

/** What is wrong with a claim. */
export type Fault =
  | 'number'
  | 'date'
  | 'name'
  | 'negation'
  /** A rise for a fall, all for some, done for wanted. */
  | 'turned'
  | 'quote'
  /** Too few of its words stand in what it cites. */
  | 'words'
  /** Words and vectors together say too little for it. */
  | 'meaning';

/** What a model has stated, to be checked against what it cites. */
export interface Claim {
  /** The stated sentence, from `prepareProbe`. */
  readonly stated: Probe;
  /**
   * What was asked: its words may be used, its names, numbers and dates only where the cited
   * sentences have them.
   */
  readonly question: string;
}

/**
 * One thing that must hold between a claim and what it cites. Returns what is wrong; undefined where
 * nothing is. Checks know nothing of each other: each holds by itself, in any order.
 */
export type Check = (claim: Claim, cited: CitedText) => Fault | undefined;
