import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Config } from './config/config.js';

/** Whoever is served goes before: 0 is usual, 19 the lowest. */
const NICENESS = 10;

/** What `ingest` tells whoever started it as a process. */
export interface IngestReport {
  /** Files of the corpus folder. */
  readonly leftOut: number;
}

export interface IngestEnd {
  /** Undefined where a signal ended it. */
  readonly status: number | undefined;
  /** Undefined where it did not come so far. */
  readonly report: IngestReport | undefined;
}

/**
 * Runs `ingest` in a process of its own: nobody who is served meanwhile waits for it, and it cannot
 * take the server down with it. Its output goes to standard error.
 */
export function ingestInProcess(
  { corpusDir, indexDir }: Pick<Config, 'corpusDir' | 'indexDir'>,
  signal: AbortSignal,
): Promise<IngestEnd> {
  return new Promise((resolve, reject) => {
    const [program = ''] = process.argv.slice(1);
    const folders = ['--corpus', corpusDir, '--index', indexDir];
    const child = spawn(process.execPath, [...process.execArgv, program, 'ingest', ...folders], {
      stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    });
    const stop = (): void => void child.kill();
    signal.addEventListener('abort', stop, { once: true });
    if (child.pid !== undefined) lowerPriority(child.pid);
    let report: IngestReport | undefined;
    child.once('message', (message) => {
      report = message as IngestReport;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve({ status: code ?? undefined, report });
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
