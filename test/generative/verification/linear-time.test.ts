import { describe, expect, it } from 'vitest';
import { isPlainRefusal } from '../../../src/generative/refusals.js';
import { readQuantities } from '../../../src/generative/verification/quantities.js';
import { comparable } from '../../../src/generative/verification/quotations.js';
import { growthPerDoubling, MAX_LINEAR_GROWTH } from '../../support/growth.js';

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  numbers: readQuantities,
  quotations: comparable,
  refusals: (text) => isPlainRefusal(text, []),
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
