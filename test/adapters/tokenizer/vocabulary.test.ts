import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Vocabulary } from '../../../src/adapters/tokenizer/vocabulary.js';
import { MODELS_DIR } from '../../../src/composition/shipped-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const vocabularies = Object.fromEntries(
  await Promise.all(
    ['declaration-encoder', 'declaration-reader'].map(
      async (model) => [model, await Vocabulary.read(join(MODELS_DIR, model))] as const,
    ),
  ),
);

test.each([
  ['declaration-encoder', 'security', true],
  ['declaration-encoder', 'Security', true],
  ['declaration-encoder', 'безопасности', true],
  ['declaration-encoder', 'qzxvk', false],
  ['declaration-encoder', 'two words', false],
  ['declaration-encoder', '', false],
  ['declaration-reader', 'Security', true],
  ['declaration-reader', 'café', true],
  ['declaration-reader', 'xqing', false],
])('%s: whether it has %j whole', (model, word, whole) => {
  expect(vocabularies[model]?.isWord(word)).toBe(whole);
});

test.each([
  ['declaration-encoder', 'What about dams?', true],
  ['declaration-encoder', '日本語', true],
  ['declaration-encoder', 'ꙮ', false],
  ['declaration-encoder', '?!…', false],
  ['declaration-encoder', '', false],
  ['declaration-reader', 'zyqqx', true],
  ['declaration-reader', '𒀀', false],
])('%s: whether it understands anything of %j', (model, text, understood) => {
  expect(vocabularies[model]?.understands(text)).toBe(understood);
});

test('a tokenizer of bytes understands every word, and none counts as misspelt', async () => {
  const folder = await temporaryFolder();
  const tokenizer = {
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel' },
    model: { type: 'BPE', vocab: { Ġpeace: 0 } },
  };
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
  const vocabulary = await Vocabulary.read(folder);
  expect([vocabulary.isWord('paece'), vocabulary.understands('мир')]).toEqual([true, true]);
  expect(vocabulary.understands('?!')).toBe(false);
});

test.each([
  { model: {} },
  { model: { vocab: 7 } },
  {
    model: {
      vocab: [
        ['a', 1],
        [2, 1],
      ],
    },
  },
  {},
])('a file that is no tokenizer is refused: %j', async (tokenizer) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
  await expect(Vocabulary.read(folder)).rejects.toThrow();
});
