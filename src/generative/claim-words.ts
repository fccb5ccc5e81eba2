import { anyOf, type Matcher } from '../language/any-of.js';
import type { ClaimRules } from '../language/rules/claim-rules.js';
import { rulesOf } from '../language/languages.js';

/** What checking knows of each language that has such rules. One that holds in any of them holds. */
export const CLAIM_RULES: readonly ClaimRules[] = rulesOf('claims');

/** One list of words of all languages. */
export function claimWords(list: (rules: ClaimRules) => readonly string[]): ReadonlySet<string> {
  return new Set(CLAIM_RULES.flatMap(list));
}

/** One pattern of each language; what any of them fits, it fits. */
export function claimPattern(pattern: (rules: ClaimRules) => RegExp): Matcher {
  return anyOf(CLAIM_RULES.map(pattern));
}
