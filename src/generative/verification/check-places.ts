import { stem } from '../../language/tokenize.js';
import { CLAIM_RULES } from '../claim-words.js';
import type { Check } from './check.js';

const PLACED = CLAIM_RULES.map(({ names }) => names.placed);

/**
 * No "X in Y" where what is cited has "X in Z" only; a "weather centre" and a "fishing centre" are
 * two.
 */
export const checkPlaces: Check = ({ stated }, { text }) => {
  const known = placedIn(text);
  const source = text.toLowerCase();
  const stands = placedIn(stated.text).every(({ kind, thing, place }) => {
    const isOther = source.includes(`${kind}${thing}`);
    const same = known.filter(
      (other) => stem(other.thing) === stem(thing) && (other.kind === kind || !isOther),
    );
    return same.length === 0 || same.some((other) => other.place === place);
  });
  return stands ? undefined : 'name';
};

/** Lower case. */
interface Placed {
  /** The word before the thing and a blank; empty where there is none. */
  readonly kind: string;
  readonly thing: string;
  readonly place: string;
}

function placedIn(text: string): Placed[] {
  return PLACED.flatMap((pattern) => [...text.matchAll(pattern)]).map(({ groups = {} }) => ({
    kind: (groups['kind'] ?? '').toLowerCase(),
    thing: (groups['thing'] ?? '').toLowerCase(),
    place: (groups['place'] ?? '').toLowerCase(),
  }));
}
