import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { TransformersReader } from '../../src/adapters/reader/transformers-reader.js';
import { READER_DIR } from '../../src/composition/shipped-files.js';
import { spellingFor } from '../../src/composition/spelling-for.js';
import type { SpellingCorrector } from '../../src/retrieval/query/spelling-corrector.js';
import { aWorkplace } from '../support/corpus-folder.js';
import { loadedEncoder, openShippedAnswering } from '../support/shipped-models.js';
import { wordCountsOf } from '../support/word-counts.js';

// Words that the everyday ones below are one letter away from.
const TEXT =
  'The arms, forms and rules of past years; food for the country, and ways to share tasks. ' +
  'Member States fight terrorism in all countries.';

let spelling: SpellingCorrector;
beforeAll(async () => {
  const encoder = await loadedEncoder();
  const reader = await TransformersReader.load(READER_DIR);
  const index = { wordCounts: () => Promise.resolve(wordCountsOf(TEXT)) };
  spelling = await spellingFor(index, encoder, reader);
});

test.each(['army', 'firms', 'rulers', 'pact', 'flood', 'wars', 'talks', 'scared'])(
  '%s is a word, though no text has it',
  (word) => {
    expect(spelling.mend(`Is there a ${word}?`).corrections).toEqual([]);
  },
);

test.each([
  ['terorism', 'terrorism'],
  ['contries', 'countries'],
])('%s is none', (typed, meant) => {
  expect(spelling.mend(`What of ${typed}?`).corrections).toEqual([{ typed, meant }]);
});

test('questions are mended so', async () => {
  const folder = await aWorkplace({ 'arms.txt': `1. ${TEXT}` });
  const { retriever } = await openShippedAnswering(join(folder, 'corpus'));
  const messages = [{ role: 'user', content: 'Does the army fight terorism?' }] as const;
  const { question } = await retriever.retrieve({ messages }, { topK: 1 });
  expect(question).toBe('Does the army fight terrorism?');
});
