/**
 * `npm run session [-- FOLDER]`: runs the commands of the first five minutes on a terminal, and makes
 * of what they print five-minutes.md and session.svg in docs/ or FOLDER.
 */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './session/free-port.js';
import { movingPicture, pageOf, type Shown } from './session/pictures-of.js';
import { COLUMNS, screenOf } from './session/screen.js';
import { STEPS, type Step } from './session/steps.js';

/** Somebody may use the usual one on this machine; the record has that. */
const USUAL_PORT = '3000';
const PORT = String(await freePort());
const [out = 'docs'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'session-'));
const running: number[] = [];

cpSync('corpus', join(folder, 'texts'), { recursive: true });
// The package as it was built here, by the name that it is installed under.
mkdirSync(join(folder, '.bin'));
const npx = join(folder, '.bin', 'npx');
const built = resolve('dist/bin/declaration-chat.js');
writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${built}" "$@"\n`);
chmodSync(npx, 0o755);

try {
  const shown: Shown[] = [];
  for (const step of STEPS) shown.push({ ...step, lines: screenOf(await printedBy(step)) });
  writeFileSync(join(out, 'five-minutes.md'), pageOf(shown));
  writeFileSync(join(out, 'session.svg'), movingPicture(shown));
} finally {
  for (const pid of running) process.kill(-pid, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** What a step prints on a terminal of its own; with the address that a reader has. */
async function printedBy({ command, until }: Step): Promise<string> {
  const typed = command.replaceAll(`:${USUAL_PORT}/`, `:${PORT}/`).replace(/ &$/u, '');
  const args = ['-qefc', `stty cols ${COLUMNS}; ${typed}`, '/dev/null'];
  const child = spawn('script', args, {
    cwd: folder,
    detached: true,
    env: { HOME: folder, PATH: `${join(folder, '.bin')}:${process.env['PATH'] ?? ''}`, PORT },
  });
  let printed = '';
  const said = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (until?.test(printed.replaceAll('\r', '')) === true) done();
    });
  });
  if (until === undefined) {
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`${typed} ended with ${code}:\n${printed}`);
  } else {
    if (child.pid !== undefined) running.push(child.pid);
    await said;
  }
  return printed.replaceAll(`:${PORT}`, `:${USUAL_PORT}`).replaceAll(` ${PORT}`, ` ${USUAL_PORT}`);
}
