import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Megabytes of JavaScript heap; what is measured is what is used. */
const HEAP_MB = 16_384;

/**
 * Runs a script of this folder in a process of its own, so that what one leaves in memory is in no
 * other's way, and gives what it sends.
 */
export function runChild<Result>(script: string, options: object): Promise<Result> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP_MB}`],
  });
  return new Promise((resolve, reject) => {
    let result: Result | undefined;
    child.once('message', (message) => {
      result = message as Result;
    });
    child.once('close', (status) => {
      if (result === undefined) reject(new Error(`${script} ended with status ${status ?? '?'}`));
      else resolve(result);
    });
  });
}

/** What the script was started with. */
export function childOptions(): unknown {
  return JSON.parse(process.argv[2] ?? '{}');
}

export function sendResult(result: object): void {
  process.send?.(result, () => process.exit());
}
