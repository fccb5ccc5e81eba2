import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  readUsualTokenCosines,
  standardised,
} from '../../../src/adapters/encoder/usual-token-cosines.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const FIGURE = { mean: 0.5, deviation: 0.25 };
const USUAL = { question: FIGURE, text: FIGURE, nearest: FIGURE, farthest: FIGURE };

async function aModel(name: string, file?: string): Promise<string> {
  const folder = join(await temporaryFolder(), name);
  await mkdir(folder);
  if (file !== undefined) await writeFile(join(folder, 'token-cosines.json'), file);
  return folder;
}

test('what is usual of a model stands beside it, or is known by its name', async () => {
  expect(await readUsualTokenCosines(await aModel('mine', JSON.stringify(USUAL)))).toEqual(USUAL);
  expect(await readUsualTokenCosines(await aModel('all-MiniLM-L6-v2'))).toMatchObject({
    question: { mean: expect.any(Number) as number },
  });
  expect(await readUsualTokenCosines(await aModel('mine'))).toBeUndefined();
});

test.each(['{', '{"question": 1}', JSON.stringify({ ...USUAL, text: { mean: 0, deviation: 0 } })])(
  'a file that does not say it is named: %s',
  async (file) => {
    await expect(readUsualTokenCosines(await aModel('mine', file))).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('token-cosines.json') as string,
    });
  },
);

test('cosines are told in deviations from what is usual', () => {
  const cosines = { question: 0.75, text: 0.5, nearest: 1, farthest: 0 };
  expect(standardised(cosines, USUAL)).toEqual({ question: 1, text: 0, nearest: 2, farthest: -2 });
});
