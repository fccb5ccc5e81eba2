import type { CitedText } from './cited-text.js';

/** What is wrong with a claim. */
export type Fault = 'number' | 'date' | 'name' | 'quote';

/** What a model has stated, to be checked against what it cites. */
export interface Claim {
  readonly text: string;
}

/**
 * One thing that can be looked up: it stands in what a claim cites, or it does not. Returns what is
 * wrong; undefined where nothing is. Checks know nothing of each other.
 */
export type Check = (claim: Claim, cited: CitedText) => Fault | undefined;
