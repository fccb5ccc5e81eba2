import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Vocabulary } from '../../../src/adapters/encoder/vocabulary.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const MODELS = fileURLToPath(new URL('../../../models', import.meta.url));

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
])('%s: whether it has %j whole', async (model, word, whole) => {
  expect((await Vocabulary.read(join(MODELS, model))).isWord(word)).toBe(whole);
});

test.each([
  ['declaration-encoder', 'What about dams?', true],
  ['declaration-encoder', '日本語', true],
  ['declaration-encoder', 'ꙮ', false],
  ['declaration-encoder', '?!…', false],
  ['declaration-encoder', '', false],
  ['declaration-reader', 'zyqqx', true],
  ['declaration-reader', '𒀀', false],
])('%s: whether it understands anything of %j', async (model, text, understood) => {
  expect((await Vocabulary.read(join(MODELS, model))).understands(text)).toBe(understood);
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
