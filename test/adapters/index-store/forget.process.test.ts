import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { TELLS_OPEN_FILES } from '../../support/open-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import type { Forgotten } from './forget-in-child.js';

const CHILD = fileURLToPath(new URL('forget-in-child.ts', import.meta.url));

test.runIf(TELLS_OPEN_FILES)(
  'an index that nobody holds leaves no file open, and no document in memory',
  async () => {
    const folder = await temporaryFolder();
    for (const name of ['0', '1', '2']) await writeFile(join(folder, name), Buffer.alloc(4));
    const args = ['--expose-gc', '--import', 'tsx', CHILD, folder];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    // The one that was held was not loaded anew.
    const forgotten: Forgotten = { open: [3, 0], loaded: [0, 1, 2, 0] };
    expect(JSON.parse(stdout)).toEqual(forgotten);
  },
);
