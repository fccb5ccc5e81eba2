import { expect, it } from 'vitest';
import { asksForMore } from '../../../../src/retrieval/query/places/whole-place.js';

const DOCUMENTS = [
  { id: 'heron', title: 'Convention on the Rights of the Heron' },
  { id: 'b7', title: 'Blue Bay Communiqué' },
].map((document) => ({ ...document, language: 'en', text: '', paragraphs: [] }));

it.each([
  ['What does say?', false],
  ['Give me the full wording of of the Convention on the Rights of the Heron', false],
  ['CRH', false],
  ['b7', false],
  ['What does say about nests?', true],
  ['ABC', true],
])('whether %j asks more than to read a place: %s', (question, isMore) => {
  expect(asksForMore(question, DOCUMENTS)).toBe(isMore);
});
