import { CLAIM_RULES } from '../claim-words.js';
import type { Check } from './check.js';
import { isTurnedAgainst } from './polarity.js';

const TURNINGS = CLAIM_RULES.flatMap(({ direction }) => direction.turnings);
const OPPOSITES = CLAIM_RULES.flatMap(({ direction }) => direction.opposites).flatMap(
  ([one, other]) => [
    { said: one, instead: other },
    { said: other, instead: one },
  ],
);

/**
 * What cannot be left out or put in without another meaning stands on both sides: "only", "must",
 * an end, a rise, a fall.
 */
export const checkDirection: Check = ({ stated: { text: claim } }, { text: source }) => {
  const stands = TURNINGS.every(
    ({ stated, borneOutBy, orAgainst }) =>
      !stated.test(claim) ||
      borneOutBy.test(source) ||
      (orAgainst === true && isTurnedAgainst(source)),
  );
  const contradicts = OPPOSITES.some(
    ({ said, instead }) =>
      said.test(claim) && !instead.test(claim) && instead.test(source) && !said.test(source),
  );
  return stands && !contradicts ? undefined : 'turned';
};
