import { expect, it } from 'vitest';
import { openingOf, placeExpansions } from '../../../src/adapters/corpus/place-expansions.js';
import { readStructure } from '../../../src/documents/structure/read-structure.js';

const paragraphs = readStructure(
  ['Article 1', 'Boats float on the river.', 'Article 2', 'Rafts float there as well.'].join(
    '\n\n',
  ),
);
const asked = { questions: ['What floats?'], words: '' };

it('an entry belongs to the paragraph of its label', () => {
  expect(placeExpansions({ paragraphs }, { '2': asked })).toEqual({
    expansions: { '2': asked },
    unknown: [],
  });
});

it.each(['1', '1-2', 'p4'])('an entry of %s goes with the words that it begins with', (label) => {
  const entry = { ...asked, begins: 'Rafts float there as well.' };
  expect(placeExpansions({ paragraphs }, { [label]: entry })).toEqual({
    expansions: { '2': asked },
    unknown: [],
  });
});

it('an entry whose words are in no paragraph stays with its label, or is told', () => {
  const entry = { ...asked, begins: 'Ships sail.' };
  expect(placeExpansions({ paragraphs }, { '1': entry, '9': entry })).toEqual({
    expansions: { '1': asked },
    unknown: ['9'],
  });
});

it('a paragraph is known by its first words, without its number', () => {
  const [, paragraph] = readStructure(
    '1. One is.\n\n2. Of the nine words that stand here, eight do.',
  );
  expect(paragraph && openingOf(paragraph)).toBe('Of the nine words that stand here, eight');
});
