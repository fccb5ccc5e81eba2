import { beforeAll, expect, test } from 'vitest';
import { TransformersEncoder } from '../../src/adapters/encoder/transformers-encoder.js';
import { TransformersReader } from '../../src/adapters/reader/transformers-reader.js';
import { MODELS_DIR, READER_DIR, SHIPPED_MODEL } from '../../src/composition/shipped-files.js';
import { spellingFor } from '../../src/composition/spelling-for.js';
import type { SpellingCorrector } from '../../src/retrieval/query/spelling-corrector.js';
import { wordCountsOf } from '../support/word-counts.js';

// Words that the everyday ones below are one letter away from.
const TEXT =
  'The arms, forms and rules of past years; food for the country, and ways to share tasks. ' +
  'Member States fight terrorism in all countries.';

let spelling: SpellingCorrector;
beforeAll(async () => {
  const encoder = await TransformersEncoder.load({
    model: SHIPPED_MODEL,
    modelsDirectory: MODELS_DIR,
  });
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
