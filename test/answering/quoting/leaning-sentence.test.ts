import { expect, it } from 'vitest';
import { leansOn } from '../../../src/answering/quoting/leaning-sentence.js';
import { smallIndex } from '../../support/small-index.js';

it.each([
  ['They do so with nets.', true],
  ['To this end, nets are laid.', true],
  ['In this regard, nets are laid.', true],
  ['Their nets are laid.', true],
  ['Theirs is a net.', false],
  ['Nets are laid.', false],
  ['In this river nets are laid.', false],
])('%s leans on the sentence before: %s', async (sentence, leans) => {
  const { paragraphs } = await smallIndex([
    { id: 'd', text: `1. The river is kept. ${sentence}\n` },
  ]);
  const [paragraph] = paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  expect(leansOn({ paragraph, place: 1 })).toEqual(leans ? { paragraph, place: 0 } : undefined);
});

it('the first sentence of a paragraph leans on none in it', async () => {
  const { paragraphs } = await smallIndex([{ id: 'd', text: '1. They like fish. Fish swim.\n' }]);
  const [paragraph] = paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  expect(leansOn({ paragraph, place: 0 })).toBeUndefined();
});
