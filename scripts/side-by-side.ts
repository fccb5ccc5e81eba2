/**
 * Runs npm scripts beside each other: `node --import tsx scripts/side-by-side.ts lint "build typecheck"`.
 * Those of one argument run one after the other, up to the first that fails. What a script prints
 * comes in one piece when it has ended; where one fails the status is 1.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

async function succeeds(script: string): Promise<boolean> {
  // npm tells its scripts by which file it runs itself; a shell would find it by its name alone.
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('Run this by an npm script: `npm test`.');
  const child = spawn(process.execPath, [npm, 'run', '--silent', script]);
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => printed.push(bytes));
  }
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  process.stdout.write(Buffer.concat(printed));
  return status === 0;
}

async function oneByOne(scripts: readonly string[]): Promise<boolean> {
  for (const script of scripts) {
    if (!(await succeeds(script))) return false;
  }
  return true;
}

const outcomes = await Promise.all(
  process.argv.slice(2).map((scripts) => oneByOne(scripts.split(' '))),
);
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
