import { expect, it } from 'vitest';
import { splitAspects } from '../../../src/retrieval/query/split-aspects.js';
import type { Document } from '../../../src/types.js';

const CITIES = ['Riverton', 'Coastville', 'Hilltown', 'Lakeside', 'Marshburg', 'Woodford'];
const documents: Document[] = CITIES.map((place) => ({
  id: place.toLowerCase(),
  title: place,
  place,
  language: 'en',
  text: '',
  paragraphs: [],
}));

it('a question that names many documents is searched in four of them at most', () => {
  const requests = splitAspects(`Compare ${CITIES.join(' and ')} on fishing`, {
    documents,
    within: undefined,
    context: { questions: [] },
  });
  expect(requests.map(({ within }) => [...(within ?? [])])).toEqual([
    ['riverton'],
    ['coastville'],
    ['hilltown'],
    ['lakeside'],
  ]);
});
