import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Config } from './config.js';

/** Whoever is served goes before: 0 is usual, 19 the lowest. */
const NICENESS = 10;

/**
 * Runs `ingest` in a process of its own: nobody who is served meanwhile waits for it, and it cannot
 * take the server down with it. Its output goes to standard error.
 * @returns its exit status; undefined where a signal ended it
 */
export function ingestInProcess(
  { corpusDir, indexDir }: Pick<Config, 'corpusDir' | 'indexDir'>,
  signal: AbortSignal,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const [program = ''] = process.argv.slice(1);
    const folders = ['--corpus', corpusDir, '--index', indexDir];
    const child = spawn(process.execPath, [...process.execArgv, program, 'ingest', ...folders], {
      stdio: ['ignore', process.stderr, process.stderr],
    });
    const stop = (): void => void child.kill();
    signal.addEventListener('abort', stop, { once: true });
    if (child.pid !== undefined) lowerPriority(child.pid);
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve(code ?? undefined);
    });
  });
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // It may have ended already, or the system may not allow it.
  }
}
