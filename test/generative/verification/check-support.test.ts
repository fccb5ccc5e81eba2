import { expect, it } from 'vitest';
import { checkSupport } from '../../../src/generative/verification/check-support.js';
import { faultOf, type Row } from './fault-of.js';

const CHECK = { withIndex: checkSupport };
const ROWS: readonly Row[] = [
  ['Boats patrol the shore.', 'Boats of the fleet patrol the shore.', undefined],
  ['Taxes will be doubled by villagers.', 'Boats of the fleet patrol the shore.', 'words'],
  [
    'Boats patrol the shore, and taxes of every villager will be doubled.',
    'Boats of the fleet patrol the shore.',
    'words',
  ],
  // One word alone is a password or a heading, and so are words of the title alone.
  ['Boats.', 'Boats of the fleet patrol the shore.', 'words'],
  ['Riverton Charter.', 'The Riverton Charter speaks of boats.', 'words'],
];

it.each(ROWS)('words and meaning are near: %s | %s', async (claim, source, fault) => {
  expect(await faultOf(CHECK, { claim, source })).toBe(fault);
});

it('words of the question count half where they are not in the source', async () => {
  const citing = {
    claim: 'Boats patrol the lengthy shore.',
    source: 'Boats of the fleet patrol the shore.',
  };
  expect(await faultOf(CHECK, citing)).toBe('words');
  expect(await faultOf(CHECK, { ...citing, question: 'How lengthy is the coastline?' })).toBe(
    undefined,
  );
});
