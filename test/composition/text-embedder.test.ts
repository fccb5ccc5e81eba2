import { expect, test } from 'vitest';
import { textEmbedder } from '../../src/composition/text-embedder.js';
import { smallEncoder } from '../support/small-encoder.js';

test('texts come in their order, as questions or as what is searched, by the encoder itself', async () => {
  const encoder = await smallEncoder();
  const embedder = textEmbedder(encoder);
  const texts = Array.from({ length: 20 }, (_, at) => `Paragraph ${at} on rivers.`);
  const { signal } = new AbortController();
  const passages = await embedder.embed(texts, { side: 'passage', signal });
  expect(passages).toEqual(await encoder.embedDocuments(texts));
  const questions = await embedder.embed(texts, { side: 'query', signal });
  expect(questions).toEqual(await encoder.embedQueries(texts));
  expect(embedder.dimensions).toBe(passages[0]?.length);
});

test('a folder that is configured as the model is not told', () => {
  const none = (): Promise<number[][]> => Promise.resolve([]);
  const encoder = {
    model: '/srv/models/e5',
    fingerprint: '',
    dimensions: 2,
    embedQuery: () => Promise.resolve([]),
    embedQueries: none,
    embedDocuments: none,
  };
  expect(textEmbedder(encoder).model).toBe('e5');
});

test('who has left is embedded no more for', async () => {
  const embedder = textEmbedder(await smallEncoder());
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(embedder.embed(['a'], { side: 'query', signal })).rejects.toThrow('gone');
});
