import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  profileByName,
  readEncoderProfile,
} from '../../../src/adapters/encoder/encoder-profile.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const BGE = 'Represent this sentence for searching relevant passages: ';

const PLAIN = { queryPrefix: '', passagePrefix: '', pooling: 'mean', maxTokens: 512 };
const E5 = { ...PLAIN, queryPrefix: 'query: ', passagePrefix: 'passage: ' };

test.each([
  ['Xenova/multilingual-e5-small', E5],
  ['intfloat/e5-base-v2', E5],
  ['Xenova/bge-small-en-v1.5', { ...PLAIN, queryPrefix: BGE, pooling: 'cls' }],
  ['BAAI/bge-small-zh-v1.5', { ...PLAIN, pooling: 'cls' }],
  ['Xenova/bge-m3', { ...PLAIN, pooling: 'cls' }],
  ['Xenova/gte-small', PLAIN],
  ['Xenova/all-MiniLM-L6-v2', { ...PLAIN, maxTokens: 256 }],
  ['Xenova/all-mpnet-base-v2', { ...PLAIN, maxTokens: 384 }],
  ['somebody/something', PLAIN],
])('%s is fed as its card says', (model, profile) => {
  expect(profileByName(model)).toEqual(profile);
});

test('a file beside the model says more than its name', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'encoder.json'), '{"queryPrefix":"ask: ","pooling":"cls"}');
  expect(await readEncoderProfile(folder)).toMatchObject({
    queryPrefix: 'ask: ',
    passagePrefix: '',
    pooling: 'cls',
    maxTokens: 512,
  });
});

test('a file that is no profile is named with what is wrong in it', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'encoder.json'), '{"pooling":"max"}');
  await expect(readEncoderProfile(folder)).rejects.toMatchObject({
    code: 'model-unavailable',
    message: expect.stringMatching(/encoder\.json does not say .*pooling/su) as string,
  });
});
