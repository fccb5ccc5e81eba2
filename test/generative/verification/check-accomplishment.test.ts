import { expect, it } from 'vitest';
import { checkAccomplishment } from '../../../src/generative/verification/check-accomplishment.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  ['Members have built a common dam.', 'Members will consider building a common dam.', 'turned'],
  [
    'A convention on clean water was adopted.',
    'They call for the early adoption of a convention on clean water.',
    'turned',
  ],
  ['The harbour has been opened.', 'The harbour is to be opened.', 'turned'],
  ['The dam was built.', 'In 1998 the Union built the dam.', undefined],
  ['A common flag was approved.', 'A common flag has been approved.', undefined],
  [
    'Contacts should be expanded and experience shared.',
    'Contacts should be expanded and experience shared.',
    undefined,
  ],
  ['Members promoted trade.', 'Members will promote trade.', 'turned'],
];

it.each(ROWS)(
  'done is only what the source does not just want: %s | %s',
  async (claim, source, fault) => {
    expect(await faultOf(checkAccomplishment, { claim, source })).toBe(fault);
  },
);
