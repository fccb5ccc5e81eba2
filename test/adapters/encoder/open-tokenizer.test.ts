import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AutoTokenizer } from '@xenova/transformers';
import { expect, test } from 'vitest';
import { withLibrarySettings } from '../../../src/adapters/encoder/open-model.js';
import { openTokenizer } from '../../../src/adapters/encoder/open-tokenizer.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const PIECES = [
  ['<s>', 0],
  ['<unk>', 0],
  ['</s>', 0],
  ['▁', -3],
  ['a', -2],
  ['▁a', -2.5],
  ['b', -4],
];
const ADDED = [
  { id: 0, content: '<s>' },
  { id: 1, content: '<unk>' },
  { id: 2, content: '</s>' },
  { id: 7, content: '<mask>' },
];

async function aMultilingualModel(): Promise<string> {
  const folder = await temporaryFolder();
  const file = {
    added_tokens: ADDED.map((token) => ({
      ...token,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
    post_processor: null,
    decoder: null,
    model: { type: 'Unigram', unk_id: 1, vocab: PIECES },
  };
  await writeFile(join(folder, 'tokenizer.json'), JSON.stringify(file));
  await writeFile(
    join(folder, 'tokenizer_config.json'),
    JSON.stringify({
      tokenizer_class: 'XLMRobertaTokenizer',
      unk_token: '<unk>',
      eos_token: '</s>',
    }),
  );
  return folder;
}

test('a multilingual tokenizer gives the ids that the library gives, those of added tokens too', async () => {
  const folder = await aMultilingualModel();
  const ofLibrary = await withLibrarySettings(
    { localModelPath: dirname(folder), allowLocalModels: true, allowRemoteModels: false },
    () => AutoTokenizer.from_pretrained(basename(folder), { local_files_only: true }),
  );
  const tokenizer = await openTokenizer(folder);
  for (const text of ['a', 'aab a', 'a <mask> b', 'what ? is this', '<unk>', '', 'a</s>b']) {
    expect(tokenizer.encode(text), text).toEqual(ofLibrary.encode(text));
  }
  expect(tokenizer.encode('<mask>')).toContain(7);
});
