import { expect, it } from 'vitest';
import { checkQuotations } from '../../../src/generative/verification/check-quotations.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  ['"The Golden Fleet" patrols.', 'Boats called “the Silver Fleet” patrol the shore.', 'quote'],
  ['"The Silver Fleet" patrols.', 'Boats called “the Silver Fleet” patrol the shore.', undefined],
  ['The boats "patrol the shores".', 'Boats patrol the shore.', 'quote'],
  ['The boats "boats … the shore".', 'Boats patrol the shore.', undefined],
  ['Boats are "art".', 'Boats are part of it.', 'quote'],
  ['Boats patrol, see lake.example.', 'Boats patrol.', 'quote'],
  ['Boats patrol “the shore, and all that', 'Boats patrol the shore.', 'quote'],
];

it.each(ROWS)('a quotation stands there word for word: %s | %s', async (claim, source, fault) => {
  expect(await faultOf(checkQuotations, { claim, source })).toBe(fault);
});
