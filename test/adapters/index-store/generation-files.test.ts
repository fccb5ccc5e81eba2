import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathIn } from '../../../src/adapters/index-store/generation-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const [OWN, LATER] = ['generation-aaaaaaaa-00000001', 'generation-bbbbbbbb-00000002'];
const NAME = 'rivers.text';
const SHA256 = 'a'.repeat(64);
const MANIFEST = { generation: OWN, files: { [NAME]: { bytes: 0, sha256: SHA256 } } };

/** An index folder with that file in some of its folders, as their manifests say. */
async function aFolder(folders: readonly string[], sha256 = SHA256): Promise<string> {
  const directory = await temporaryFolder();
  for (const folder of folders) {
    await mkdir(join(directory, folder));
    await writeFile(join(directory, folder, NAME), '');
    const files = { [NAME]: { bytes: 0, sha256: folder === OWN ? SHA256 : sha256 } };
    await writeFile(join(directory, folder, 'manifest.json'), JSON.stringify({ files }));
  }
  return directory;
}

test('a file is read from its own generation as long as it is there', async () => {
  const directory = await aFolder([LATER, OWN]);
  expect(pathIn(directory, MANIFEST, NAME)).toBe(join(directory, OWN, NAME));
});

test('and then from another one that has the very same, but from nothing else', async () => {
  const directory = await aFolder([LATER, OWN, `set-aside-${OWN}`, 'generation-of-mine']);
  await rm(join(directory, OWN), { recursive: true });
  expect(pathIn(directory, MANIFEST, NAME)).toBe(join(directory, LATER, NAME));
  await rm(join(directory, LATER, NAME));
  expect(() => pathIn(directory, MANIFEST, NAME)).toThrow(/later builds have removed it/);
});

test('not from one whose file of that name is another, such as vectors of another model', async () => {
  const directory = await aFolder([LATER, OWN], 'b'.repeat(64));
  await rm(join(directory, OWN), { recursive: true });
  expect(() => pathIn(directory, MANIFEST, NAME)).toThrow(
    expect.objectContaining({ code: 'index-corrupt' }),
  );
});

test('where the whole folder is gone, that is said', async () => {
  const directory = join(await temporaryFolder(), 'gone');
  expect(() => pathIn(directory, MANIFEST, NAME)).toThrow(
    expect.objectContaining({ code: 'index-corrupt' }),
  );
});
