import { expect, it } from 'vitest';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import { sentenceScores } from '../../../src/retrieval/search/sentence-scores.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

const TEXT = `1. Boats carry grain.

2. The court settles quarrels. The bank pays for dams. Nobody else pays.`;

it('each sentence of a paragraph has a score, in order, the nearest the highest', async () => {
  const { index, paragraphs } = await smallIndex([{ id: 'pact', text: TEXT }]);
  const probe = await prepareProbe(new BagOfWordsEmbeddings(), 'Which bank pays for dams?');
  const [, second] = paragraphs;
  const [first = 0, nearest = 0, last = 0, ...more] = second
    ? sentenceScores(index, probe, second)
    : [];
  expect(more).toEqual([]);
  expect(nearest).toBeGreaterThan(last);
  expect(last).toBeGreaterThan(first);
  expect(first).toBe(0);
});
