import { rulesOf } from '../language/languages.js';
import type { ClaimRules } from '../language/rules/claim-rules.js';

/** What checking knows of each language that has such rules. One that holds in any of them holds. */
export const CLAIM_RULES: readonly ClaimRules[] = rulesOf('claims');

/** One list of words of all languages. */
export function claimWords(list: (rules: ClaimRules) => readonly string[]): ReadonlySet<string> {
  return new Set(CLAIM_RULES.flatMap(list));
}
