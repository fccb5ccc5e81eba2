import { expect, it } from 'vitest';
import { checkPlaces } from '../../../src/generative/verification/check-places.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  ['The Secretariat in Hillford works.', 'The Secretariat in Riverton works.', 'name'],
  ['The Secretariat in Riverton works.', 'The Secretariat in Riverton works.', undefined],
  [
    'The fishing centre in Hillford works.',
    'The fishing centre in Riverton and the weather centre in Hillford work.',
    'name',
  ],
  [
    'The fishing centre in Riverton works.',
    'The fishing centre in Riverton and the weather centre in Hillford work.',
    undefined,
  ],
  ['The market in Hillford works.', 'The Secretariat in Riverton works.', undefined],
];

it.each(ROWS)(
  'a thing stands where it stands in the source: %s | %s',
  async (claim, source, fault) => {
    expect(await faultOf(checkPlaces, { claim, source })).toBe(fault);
  },
);
