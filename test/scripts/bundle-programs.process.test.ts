import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { aWorkplace } from '../support/corpus-folder.js';
import { runCommand } from '../support/run-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Cannot be in a bundle: natives, and what they are found with. */
const INSTALLED =
  /\/node_modules\/(?:hnswlib-node|onnxruntime-(?:node|common)|bindings|file-uri-to-path)\//u;
/** A command loads some 40, and the process of the models a dozen; without bundles a thousand. */
const MOST_FILES = 80;
const ENDING_MS = 10_000;

/** Addresses of the files that the processes load which have told of it in a folder. */
async function loadedBy(told: string): Promise<readonly string[]> {
  const urls = new Set<string>();
  for (const name of await readdir(told)) {
    const { result } = JSON.parse(await readFile(join(told, name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    for (const { url } of result) if (url.startsWith('file:')) urls.add(url);
  }
  return [...urls];
}

test('a command is a few files that hold the packages which it uses', async () => {
  const told = await temporaryFolder();
  const asked = ['ask', 'What must rivers be protected from?'];
  const env = { NODE_V8_COVERAGE: told };
  expect(await runCommand(asked, { cwd: await aWorkplace(), env })).toMatchObject({ code: 0 });
  // The process of the models ends, and tells of itself, when it notices that the command has.
  const files = await vi.waitFor(async () => {
    const loaded = await loadedBy(told);
    expect(loaded.some((file) => file.endsWith('/programs/host-main.js'))).toBe(true);
    return loaded;
  }, ENDING_MS);
  expect(files.filter((file) => file.includes('/node_modules/') && !INSTALLED.test(file))).toEqual(
    [],
  );
  expect(files.length).toBeLessThan(MOST_FILES);
});
