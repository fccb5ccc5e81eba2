import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BUILD = fileURLToPath(new URL('../../src/widget/build.mjs', import.meta.url));

/** The widget as it is served, bundled from the sources as they stand. */
export async function builtWidget(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'widget-'));
  try {
    await promisify(execFile)(process.execPath, [BUILD, join(folder, 'widget.js')]);
    return await readFile(join(folder, 'widget.js'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
