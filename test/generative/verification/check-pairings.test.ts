import { expect, it } from 'vitest';
import { checkPairings } from '../../../src/generative/verification/check-pairings.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  [
    'Norland takes its seat in 2028.',
    'Norland and Sudland take seats in 2027 and 2028 respectively.',
    'name',
  ],
  [
    'Sudland takes its seat in 2028.',
    'Norland and Sudland take seats in 2027 and 2028 respectively.',
    undefined,
  ],
  [
    'Norland proposes a Weather Centre.',
    'They consider: a Fishing Centre (Norland), a Weather Centre (Sudland).',
    'name',
  ],
  [
    'Sudland proposes a Weather Centre.',
    'They consider: a Fishing Centre (Norland), a Weather Centre (Sudland).',
    undefined,
  ],
  [
    'Norland proposes a Weather Centre.',
    'Norland and Sudland propose a Weather Centre.',
    undefined,
  ],
];

it.each(ROWS)(
  'what stands beside a name stands beside it in the source: %s | %s',
  async (claim, source, fault) => {
    expect(await faultOf(checkPairings, { claim, source })).toBe(fault);
  },
);
