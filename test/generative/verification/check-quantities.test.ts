import { expect, it } from 'vitest';
import { checkQuantities } from '../../../src/generative/verification/check-quantities.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  ['Four judges serve.', 'Three judges serve.', 'number'],
  ['3 judges serve.', 'Three judges serve.', undefined],
  ['Three clerks serve 12 judges.', 'Three judges serve 12 clerks.', 'number'],
  ['The harbour cost 45 million.', 'The harbour cost 4.5 million.', 'number'],
  ['It was founded on 15 July 2001.', 'It was founded on 15 June 2001.', 'date'],
  ['It was founded on June 15, 2001.', 'It was founded on 15 June 2001.', undefined],
  ['It was founded in 2016.', 'It was founded on 15 June 2001.', 'date'],
  ['The 2016 Charter speaks of boats.', 'The States speak of boats.', undefined],
  ['Paragraph 1 speaks of boats.', 'The States speak of boats.', undefined],
  ['Paragraph 7 speaks of boats.', 'The States speak of boats.', 'number'],
  ['Three states fish.', 'Norland, Sudland and Westland fish.', undefined],
  ['Four states fish.', 'Norland, Sudland and Westland fish.', 'number'],
  ['They meet every two years.', 'They meet every other year.', undefined],
];

it.each(ROWS)(
  'numbers and dates stand there, of the same thing: %s | %s',
  async (claim, source, fault) => {
    expect(await faultOf(checkQuantities, { claim, source })).toBe(fault);
  },
);
