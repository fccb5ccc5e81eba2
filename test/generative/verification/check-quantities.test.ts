import { expect, it } from 'vitest';
import { checkQuantities } from '../../../src/generative/verification/check-quantities.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  ['4 judges serve.', 'Three judges serve.', 'number'],
  ['3 judges serve.', 'Three judges serve.', undefined],
  ['Four judges serve.', 'Three judges serve.', undefined],
  ['The harbour cost 45 million.', 'The harbour cost 4.5 million.', 'number'],
  ['It was founded on 15 July 2001.', 'It was founded on 15 June 2001.', 'date'],
  ['It was founded on June 15, 2001.', 'It was founded on 15 June 2001.', undefined],
  ['It was founded in 2016.', 'It was founded on 15 June 2001.', 'date'],
  ['The 2016 Charter speaks of boats.', 'The States speak of boats.', undefined],
  ['Paragraph 1 speaks of boats.', 'The States speak of boats.', undefined],
  ['Paragraph 7 speaks of boats.', 'The States speak of boats.', 'number'],
];

it.each(ROWS)(
  'dates, and numbers in digits, stand there: %s | %s',
  async (claim, source, fault) => {
    expect(await faultOf(checkQuantities, { claim, source })).toBe(fault);
  },
);
