/**
 * `npm run dev`: serves from the sources. The server starts again whenever one of its files
 * changes, the widget is bundled anew whenever one of its own does.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { watchFile } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** How soon a new bundle is noticed, in milliseconds. */
const LOOK_EVERY_MS = 300;

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { stdio: 'inherit' });
}

function startServer(): ChildProcess {
  return start('--watch', '--import', 'tsx', here('src/bin/declaration-chat.ts'), 'serve');
}

const bundler = start(here('src/widget/build.mjs'), '--watch');
let server = startServer();
// The server reads the bundle once and imports none of it, so that Node does not watch it.
watchFile(here('dist/widget/widget.js'), { interval: LOOK_EVERY_MS }, () => {
  server.once('exit', () => {
    server = startServer();
  });
  server.kill();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of [bundler, server]) {
      child.removeAllListeners('exit');
      child.kill();
    }
    process.exit();
  });
}
