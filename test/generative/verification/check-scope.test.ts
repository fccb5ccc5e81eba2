import { expect, it } from 'vitest';
import { checkScope } from '../../../src/generative/verification/check-scope.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  ['All villages waste water.', 'Some villages waste water.', 'turned'],
  ['Some villages waste water.', 'All villages waste water.', 'turned'],
  ['Every village wastes water.', 'All the villages waste water.', undefined],
  ['Several villages waste water.', 'Many villages waste water.', undefined],
  ['All villages waste water.', 'Some towns waste water.', undefined],
];

it.each(ROWS)(
  'of all is said what the source says of all: %s | %s',
  async (claim, source, fault) => {
    expect(await faultOf(checkScope, { claim, source })).toBe(fault);
  },
);
