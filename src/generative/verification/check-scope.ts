import { stem } from '../../language/tokenize.js';
import { CLAIM_RULES, claimWords } from '../claim-words.js';
import type { Check } from './check.js';

const SCOPES = CLAIM_RULES.map(({ direction }) => direction.scope);
const WHOLE = claimWords(({ direction }) => direction.wholeScopes);

/** A claim says of all what the source says of all, and of some what it says of some. */
export const checkScope: Check = ({ stated: { text: claim } }, { text: source }) => {
  const known = scopesIn(source);
  const stands = scopesIn(claim).every(({ isWhole, of }) => {
    const same = known.filter((scope) => scope.of === of);
    return same.length === 0 || same.some((scope) => scope.isWhole === isWhole);
  });
  return stands ? undefined : 'turned';
};

function scopesIn(text: string): { readonly isWhole: boolean; readonly of: string }[] {
  return SCOPES.flatMap((pattern) => [...text.matchAll(pattern)]).map(({ groups }) => ({
    isWhole: WHOLE.has(groups?.['scope']?.toLowerCase() ?? ''),
    of: stem(groups?.['of']?.toLowerCase() ?? ''),
  }));
}
