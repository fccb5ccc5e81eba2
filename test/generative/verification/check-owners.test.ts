import { expect, it } from 'vitest';
import { checkOwners } from '../../../src/generative/verification/check-owners.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  [
    'Sudland’s Harbour Initiative is supported.',
    'The members support Norland’s Harbour Initiative, and Norland is thanked.',
    'name',
  ],
  [
    'Norland’s Harbour Initiative is supported.',
    'The members support Norland’s Harbour Initiative, and Norland is thanked.',
    undefined,
  ],
  [
    'Sudland’s boats are supported.',
    'The members support Norland’s Harbour Initiative, and Norland is thanked.',
    undefined,
  ],
];

it.each(ROWS)('a thing is whose it is in the source: %s | %s', async (claim, source, fault) => {
  expect(await faultOf(checkOwners, { claim, source })).toBe(fault);
});
