import type { Support } from './measure-support.js';

/**
 * How much words and vectors must say for a claim. Set by training/support/calibrate.ts on 66
 * faithful claims and 258 that are not. Many levels make no mistake beside the other checks, the
 * middle ones 0.6 and 0.25; alone 0.6 and 0.6 make the fewest. These stand between.
 */
export const SUPPORT_LEVEL = {
  /** Of the words; vectors count the rest. */
  lexicalWeight: 0.6,
  /** Below it a clause was added, or is about something else. */
  minWeakest: 0.55,
  minSupport: 0.5,
  /** A claim says something of something: one word alone is a password or a heading. */
  minHeld: 2,
} as const;

/** Words and vectors together, 0 to about 1. */
export function supportOf({ lexical, dense }: Support): number {
  return SUPPORT_LEVEL.lexicalWeight * lexical + (1 - SUPPORT_LEVEL.lexicalWeight) * dense;
}

/** Which of the words and the meaning of a claim is not that of what it cites, if any. */
export function supportFault(support: Support): 'words' | 'meaning' | undefined {
  if (support.held < SUPPORT_LEVEL.minHeld || support.weakest < SUPPORT_LEVEL.minWeakest) {
    return 'words';
  }
  return supportOf(support) < SUPPORT_LEVEL.minSupport ? 'meaning' : undefined;
}
