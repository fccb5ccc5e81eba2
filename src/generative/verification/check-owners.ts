import { terms } from '../../language/tokenize.js';
import { CLAIM_RULES } from '../claim-words.js';
import type { Check } from './check.js';
import { sharesPrefix } from './shared-prefix.js';

const OWNED = CLAIM_RULES.map(({ names }) => names.owned);

/** No "X's thing" where what is cited has "Z's thing" only. */
export const checkOwners: Check = ({ stated }, { text, documents }) => {
  const known = ownedIn(text).filter(({ owner }) =>
    documents.some(({ names }) => names.has(owner)),
  );
  const stands = ownedIn(stated.text).every(({ owner, things }) => {
    const same = known.filter((other) => other.things.some((thing) => things.includes(thing)));
    return (
      same.length === 0 ||
      same.some((other) => other.owner === owner || sharesPrefix(other.owner, owner))
    );
  });
  return stands ? undefined : 'name';
};

interface Owned {
  /** Lower case. */
  readonly owner: string;
  /** Stems. */
  readonly things: readonly string[];
}

function ownedIn(text: string): Owned[] {
  return OWNED.flatMap((pattern) => [...text.matchAll(pattern)]).map(({ groups = {} }) => ({
    owner: (groups['owner'] ?? '').toLowerCase(),
    things: terms(groups['things'] ?? ''),
  }));
}
