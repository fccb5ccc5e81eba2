import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathIn } from '../../../src/adapters/index-store/generation-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const [OWN, LATER] = ['generation-aaaaaaaa-00000001', 'generation-bbbbbbbb-00000002'];
const NAME = 'rivers.text';

/** An index folder with that file in some of its folders. */
async function aFolder(folders: readonly string[]): Promise<string> {
  const directory = await temporaryFolder();
  for (const folder of folders) {
    await mkdir(join(directory, folder));
    await writeFile(join(directory, folder, NAME), '');
  }
  return directory;
}

test('a file is read from its own generation as long as it is there', async () => {
  const directory = await aFolder([LATER, OWN]);
  expect(pathIn({ directory, generation: OWN }, NAME)).toBe(join(directory, OWN, NAME));
});

test('and then from another one, but from nothing else', async () => {
  const directory = await aFolder([LATER, OWN, `set-aside-${OWN}`, 'generation-of-mine']);
  await rm(join(directory, OWN), { recursive: true });
  expect(pathIn({ directory, generation: OWN }, NAME)).toBe(join(directory, LATER, NAME));
  await rm(join(directory, LATER, NAME));
  expect(pathIn({ directory, generation: OWN }, NAME)).toBe(join(directory, OWN, NAME));
});

test('where the whole folder is gone it is its own', async () => {
  const directory = join(await temporaryFolder(), 'gone');
  expect(pathIn({ directory, generation: OWN }, NAME)).toBe(join(directory, OWN, NAME));
});
