import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { bearingSentences } from './bearing-sentences.js';
import { checkAccomplishment } from './check-accomplishment.js';
import { checkDirection } from './check-direction.js';
import { checkNames } from './check-names.js';
import { checkOwners } from './check-owners.js';
import { checkPairings } from './check-pairings.js';
import { checkPlaces } from './check-places.js';
import { checkPolarity } from './check-polarity.js';
import { checkQuantities } from './check-quantities.js';
import { checkQuotations } from './check-quotations.js';
import { checkScope } from './check-scope.js';
import { checkSupport } from './check-support.js';
import type { Check, Claim, Fault } from './check.js';
import { citedText } from './cited-text.js';

export type Verdict =
  /** `by`: those of the cited sentences that bear it out, in their order, at least one. */
  | { readonly supported: true; readonly by: readonly NumberedSentence[] }
  | { readonly supported: false; readonly reason: 'uncited' | Fault };

/** A claim, and the sentences that are said to bear it out. */
export interface CitingClaim extends Claim {
  readonly cited: readonly NumberedSentence[];
}

type CheckedIndex = Pick<SearchIndex, 'paragraphTerms' | 'vectors'>;

/**
 * Sentences; with more cited together, numbers and names of one would bear out claims about another.
 */
const MAX_TOGETHER = 4;

/** In the order in which they are run; the first fault is the verdict. Cheap ones come first. */
const checksWith = (index: CheckedIndex): readonly Check[] => [
  checkQuotations,
  checkQuantities,
  checkNames,
  checkPlaces,
  checkOwners,
  checkPairings,
  checkPolarity,
  checkSupport(index),
  checkDirection,
  checkScope,
  checkAccomplishment,
];

/**
 * Whether the cited sentences bear a stated sentence out: no check finds a fault. Checked first is
 * the claim beside those sentences that share its words; then, where they are few, beside all of
 * them.
 */
export function checkSentence(index: CheckedIndex, { cited, ...claim }: CitingClaim): Verdict {
  if (cited.length === 0) return { supported: false, reason: 'uncited' };
  const checks = checksWith(index);
  const by = bearingSentences(index, claim.stated, cited);
  const fault = firstFault(checks, claim, by);
  if (fault === undefined) return { supported: true, by };
  const all =
    by.length < cited.length &&
    cited.length <= MAX_TOGETHER &&
    firstFault(checks, claim, cited) === undefined;
  return all ? { supported: true, by: cited } : { supported: false, reason: fault };
}

function firstFault(
  checks: readonly Check[],
  claim: Claim,
  sentences: readonly NumberedSentence[],
): Fault | undefined {
  const cited = citedText(sentences);
  for (const check of checks) {
    const fault = check(claim, cited);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
