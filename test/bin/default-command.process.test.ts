import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aWorkplace } from '../support/corpus-folder.js';
import { startCommand } from '../support/run-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function idsServed(args: readonly string[], cwd: string): Promise<string[]> {
  const env = { PORT: '0', XDG_CACHE_HOME: join(await temporaryFolder(), 'caches') };
  const command = startCommand(args, { cwd, env });
  const [, url = ''] = await command.says(/^Ready: (\S+)$/m);
  const { documents } = (await (await fetch(`${url}/api/documents`)).json()) as {
    readonly documents: readonly { readonly id: string }[];
  };
  return documents.map(({ id }) => id).toSorted();
}

test('without a command, the texts of the working directory are served', async () => {
  expect(await idsServed([], await aWorkplace())).toEqual(['lakes-2001', 'rivers-1999']);
});

test('a folder that is named is served, with options behind it', async () => {
  const workplace = await aWorkplace();
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'elsewhere'));
  await rename(join(workplace, 'corpus'), join(cwd, 'texts'));
  expect(await idsServed(['texts', '--index', 'elsewhere/index'], cwd)).toEqual([
    'lakes-2001',
    'rivers-1999',
  ]);
});

test('in a folder where nothing is, the texts that ship are served, and nothing is put into it', async () => {
  const cwd = await temporaryFolder();
  expect(await idsServed(['--port', '0'], cwd)).toEqual(['dushanbe-2021', 'sochi-2016']);
  expect(await readdir(cwd)).toEqual([]);
});
