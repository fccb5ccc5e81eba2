import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aWorkplace } from './corpus-folder.js';
import { runCommand } from './run-command.js';
import { temporaryFolder } from './temporary-folder.js';

let made: Promise<string> | undefined;

/** {@link aWorkplace} as `declaration-chat ingest` leaves it: made once, and copied. */
export async function anIngestedWorkplace(): Promise<string> {
  made ??= make();
  const folder = await temporaryFolder();
  await cp(await made, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

async function make(): Promise<string> {
  const cwd = await aWorkplace();
  const { code, stderr } = await runCommand(['ingest'], { cwd });
  if (code !== 0) throw new Error(stderr);
  const kept = await mkdtemp(join(tmpdir(), 'declaration-chat-'));
  process.once('exit', () => {
    rmSync(kept, { recursive: true, force: true });
  });
  await cp(cwd, kept, { recursive: true, preserveTimestamps: true });
  return kept;
}
