import { expect, test } from 'vitest';
import { sentencesAt } from '../../../../src/retrieval/query/places/sentences-at.js';
import { smallIndex } from '../../../support/small-index.js';

const { paragraphs } = await smallIndex([
  { id: 'pact', text: '1. Herons nest. Nobody swims.\n\n2. Boats float.\n' },
]);

test.each([
  [{ position: 1 }, ['0:0']],
  [{ position: 3 }, ['1:0']],
  [{ position: 4 }, []],
  [{ position: -1 }, ['1:0']],
  [{ position: -3 }, ['0:0']],
  [{ position: -4 }, []],
  [{ position: -5 }, []],
  [{ number: '2', through: '3' }, ['0:1', '1:0']],
])('%j of two paragraphs that have three', (step, expected) => {
  const found = sentencesAt(paragraphs, { names: ['sentence'], ...step });
  expect(found.map(({ paragraph, place }) => `${paragraphs.indexOf(paragraph)}:${place}`)).toEqual(
    expected,
  );
});
