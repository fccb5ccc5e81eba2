import { expect, it } from 'vitest';
import { checkFragments } from '../../../src/generative/verification/check-fragments.js';
import { faultOf, type Row } from './fault-of.js';

const SOURCE = 'The Parties shall keep rivers clean in Geneva.';
const ROWS: readonly Row[] = [
  ['zanzibar-omega.', SOURCE, 'name'],
  ['BLUEBIRD', SOURCE, 'name'],
  ['alpha beta gamma', SOURCE, 'name'],
  ['In Geneva.', SOURCE, undefined],
  ['Clean rivers', SOURCE, undefined],
  ['The Party.', SOURCE, undefined],
  ['It is.', SOURCE, undefined],
  ['Streams must not be made dirty.', SOURCE, undefined],
];

it.each(ROWS)(
  'of a few words at least one stands in what is cited: %s | %s',
  async (claim, source, fault) => {
    expect(await faultOf(checkFragments, { claim, source })).toBe(fault);
  },
);
