import { expect, it } from 'vitest';
import { checkDirection } from '../../../src/generative/verification/check-direction.js';
import { faultOf, type Row } from './fault-of.js';

const ROWS: readonly Row[] = [
  ['Only members may fish.', 'Members may fish.', 'turned'],
  ['Members alone may fish, and only they.', 'Members alone may fish.', undefined],
  ['Members must report.', 'Members may report.', 'turned'],
  ['Members must report.', 'Members shall report.', undefined],
  ['The Union ended the talks.', 'The Union held the talks.', 'turned'],
  ['The Union closed the talks.', 'The Union concluded the talks.', undefined],
  ['Trade has decreased.', 'Trade has increased.', 'turned'],
  ['Trade has increased.', 'Trade has decreased.', 'turned'],
  ['Boats are a threat to fish.', 'Boats carry fish.', 'turned'],
  ['The programme weakens cooperation.', 'The programme strengthens cooperation.', 'turned'],
  ['Over 120 reports were heard.', 'Fewer than 120 reports were heard.', 'turned'],
  ['They condemn the talks.', 'They welcome the talks.', 'turned'],
];

it.each(ROWS)('a turning stands on both sides: %s | %s', async (claim, source, fault) => {
  expect(await faultOf(checkDirection, { claim, source })).toBe(fault);
});
