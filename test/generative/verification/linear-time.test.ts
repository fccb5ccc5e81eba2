import { describe, expect, it } from 'vitest';
import { checkAccomplishment } from '../../../src/generative/verification/check-accomplishment.js';
import { checkDirection } from '../../../src/generative/verification/check-direction.js';
import { checkOwners } from '../../../src/generative/verification/check-owners.js';
import { checkPairings } from '../../../src/generative/verification/check-pairings.js';
import { checkPlaces } from '../../../src/generative/verification/check-places.js';
import { checkPolarity } from '../../../src/generative/verification/check-polarity.js';
import { checkScope } from '../../../src/generative/verification/check-scope.js';
import type { Check } from '../../../src/generative/verification/check.js';
import { documentWords } from '../../../src/generative/verification/document-words.js';
import { enumerationsIn } from '../../../src/generative/verification/enumerations.js';
import { readQuantities } from '../../../src/generative/verification/quantities.js';
import { comparable } from '../../../src/generative/verification/quotations.js';
import { growthPerDoubling, MAX_LINEAR_GROWTH } from '../../support/growth.js';
import { citedWords } from './fault-of.js';

const CLAIM =
  'Norland has built 26 bridges in 1996 and 1997 respectively, all of them in Riverton (Westland).';
const checked =
  (check: Check) =>
  (text: string): unknown =>
    check(
      { stated: { text: CLAIM, terms: [], vector: undefined }, question: '' },
      { ...NOTHING_CITED, text },
    );
const NOTHING_CITED = citedWords('');
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'names of its own': (text) =>
    documentWords({
      id: 'x',
      title: 'x',
      text,
      language: 'en',
      sha256: '',
      expansions: {},
      paragraphs: [],
    }),
  numbers: readQuantities,
  lists: enumerationsIn,
  quotations: comparable,
  pairs: checked(checkPairings),
  places: checked(checkPlaces),
  owners: checked(checkOwners),
  denials: checked(checkPolarity),
  'words that turn': checked(checkDirection),
  'words for how many': checked(checkScope),
  'what is done': checked(checkAccomplishment),
};
const UNITS = [
  'a',
  'A',
  'A ',
  'A, ',
  '1.',
  '1,',
  '(',
  '(Aa) ',
  '-',
  '- ',
  ' ',
  'A’s ',
  'A and ',
  'created ',
];

describe.each(Object.entries(READERS))(
  'a hostile text is read in linear time for its %s',
  (_what, read) => {
    it.each(UNITS)('of %j alone', { timeout: 60_000 }, (unit) => {
      const growth = growthPerDoubling({
        input: (size) => `${unit.repeat(size)} respectively (`,
        run: read,
      });
      expect(growth).toBeLessThan(MAX_LINEAR_GROWTH);
    });
  },
);
