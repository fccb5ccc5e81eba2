import { expect, it } from 'vitest';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import { BagOfWordsEmbeddings } from '../../support/small-index.js';

const embeddings = new BagOfWordsEmbeddings();

it('has the terms of the text and the vector of its copy that is searched', async () => {
  const probe = await prepareProbe(embeddings, 'The “good- neighbourly” dams');
  expect(probe.text).toBe('The “good- neighbourly” dams');
  expect(probe.terms).toContain('dam');
  expect([...(probe.vector ?? [])]).toEqual([
    ...Float32Array.from(await embeddings.embedQuery('The "good-neighbourly" dams')),
  ]);
});

it('has no vector where the model knows no word', async () => {
  expect((await prepareProbe(embeddings, '???')).vector).toBeUndefined();
});
