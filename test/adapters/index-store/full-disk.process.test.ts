import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { IndexDirectory } from '../../../src/adapters/index-store/index-directory.js';
import { builtProgram } from '../../support/built.js';
import { anIndexedDocument, contentOf } from '../../support/indexed-documents.js';
import { openIndex } from '../../support/opened-index.js';
import { saveIndex } from '../../support/saved-index.js';
import { RecordingEmbeddings } from '../../support/recording-embeddings.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const CHILD = await builtProgram(fileURLToPath(new URL('save-in-child.ts', import.meta.url)));
const VECTORS = 300;

/** Saves an index in a process that may write no file longer than this. */
async function saveWithin(
  folder: string,
  kilobytes: number | 'unlimited',
): Promise<{ readonly entries?: number; readonly message?: string }> {
  const command = `ulimit -f ${kilobytes} && exec "$0" "$@"`;
  const { stdout } = await promisify(execFile)('bash', [
    '-c',
    command,
    process.execPath,
    CHILD,
    folder,
    String(VECTORS),
  ]);
  return JSON.parse(stdout) as { readonly entries?: number; readonly message?: string };
}

test.skipIf(process.platform === 'win32').each([
  ['the first file', 4, /a file would be larger than allowed here/],
  // The native module writes on without a word: 300 vectors of 64 are 77 KB, with their links 121
  // KB.
  ['the native graph alone', 100, /hnswlib\.index .*the disk may be full/],
])(
  'no room for %s: said clearly, and the present index is as it was',
  async (_what, kilobytes, message) => {
    const folder = join(await temporaryFolder(), 'index');
    const before = contentOf([anIndexedDocument('before', ['One line.'])]);
    const { generation } = await saveIndex(new IndexDirectory(folder), before, {
      encoder: new RecordingEmbeddings(),
    });
    const outcome = await saveWithin(folder, kilobytes);
    expect(outcome.message).toMatch(message);
    expect(outcome.message).toContain(`The index cannot be written to ${folder}`);
    expect((await readdir(folder)).sort()).toEqual([generation, 'manifest.json']);
    const opened = await openIndex(new IndexDirectory(folder), new RecordingEmbeddings());
    expect(opened.entries).toEqual(before.entries);
  },
);

test.skipIf(process.platform === 'win32')('with room the same build succeeds', async () => {
  expect(await saveWithin(join(await temporaryFolder(), 'index'), 200)).toEqual({
    entries: VECTORS,
  });
});

test.skipIf(process.platform === 'win32').each(['manifest.json', 'hnswlib.index'])(
  'a pipe in the place of %s is not waited for',
  async (name) => {
    const folder = join(await temporaryFolder(), 'index');
    const encoder = new RecordingEmbeddings();
    const content = contentOf([anIndexedDocument('before', ['One line.'])]);
    const { generation } = await saveIndex(new IndexDirectory(folder), content, { encoder });
    const path = join(folder, name === 'manifest.json' ? '' : generation, name);
    await rm(path);
    await promisify(execFile)('mkfifo', [path]);
    const opened = new IndexDirectory(folder).open(encoder);
    if (name === 'manifest.json') expect((await opened).damage).toContain('it cannot be read');
    else await expect(opened).rejects.toThrow(/hnswlib\.index is damaged: it cannot be read/);
  },
);
