import type { Support } from './support.js';

/**
 * How much words and vectors must say for a claim. Set by training/support/calibrate.ts on 66 faithful claims and 258
 * that are not: beside the other checks 0.4 and 0.5 make the fewest mistakes, alone 0.6 and 0.55; these stand between.
 */
export const SUPPORT_LEVEL = {
  /** Of the words; vectors count the rest. */
  lexicalWeight: 0.6,
  /** Below it a clause was added, or is about something else. */
  minWeakest: 0.5,
  minSupport: 0.5,
} as const;

/** Words and vectors together, 0 to about 1. */
export function supportOf({ lexical, dense }: Support): number {
  return SUPPORT_LEVEL.lexicalWeight * lexical + (1 - SUPPORT_LEVEL.lexicalWeight) * dense;
}

/** Which of the words and the meaning of a claim is not that of what it cites, if any. */
export function supportFault(support: Support): 'words' | 'meaning' | undefined {
  if (support.weakest < SUPPORT_LEVEL.minWeakest) return 'words';
  return supportOf(support) < SUPPORT_LEVEL.minSupport ? 'meaning' : undefined;
}
