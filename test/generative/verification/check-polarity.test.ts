import { expect, it } from 'vitest';
import { checkPolarity } from '../../../src/generative/verification/check-polarity.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  [
    'The Union is directed against states.',
    'The Union is not directed against states.',
    'negation',
  ],
  ['The Union is not founded.', 'The Union is founded.', 'negation'],
  ['Members support unilateral measures.', 'Members oppose unilateral measures.', 'negation'],
  ['Members reject unilateral measures.', 'Members oppose unilateral measures.', undefined],
  ['The use of force is admissible.', 'The use of force is inadmissible.', 'negation'],
  ['Force is not to be used.', 'The use of force is inadmissible.', undefined],
  ['They finance smuggling.', 'They will prevent the financing of smuggling.', 'negation'],
  ['Not only members may fish.', 'Members and others may fish.', undefined],
  ['They are far from joining the pact.', 'They are joining the pact.', 'negation'],
];

it.each(ROWS)('what is affirmed is affirmed there: %s | %s', async (claim, source, fault) => {
  expect(await faultOf(checkPolarity, { claim, source })).toBe(fault);
});
