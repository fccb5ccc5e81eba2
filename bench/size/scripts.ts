import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Opened, Round } from './contend.js';

/** Megabytes of JavaScript heap that a process may take; what is measured is what it takes. */
const HEAP_MB = 16_384;

/**
 * A process that holds one engine, so that what one leaves in memory is in no other's way, and is
 * asked in turns with others.
 */
export class ContenderProcess {
  readonly #child: ChildProcess;

  private constructor(
    child: ChildProcess,
    readonly opened: Opened,
  ) {
    this.#child = child;
  }

  /** Starts a script of this folder. */
  static async start(script: string, options: object): Promise<ContenderProcess> {
    const child = startScript(script, options);
    return new ContenderProcess(child, await messageOf<Opened>(child));
  }

  async round(): Promise<Round> {
    const told = messageOf<Round>(this.#child);
    this.#child.send('round');
    return told;
  }

  async stop(): Promise<void> {
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
  }
}

/** Runs a script of this folder in a process of its own, and gives what it sends. */
export async function runScript<Result>(script: string, options: object): Promise<Result> {
  const child = startScript(script, options);
  return messageOf<Result>(child);
}

function startScript(script: string, options: object): ChildProcess {
  return fork(fileURLToPath(new URL(script, import.meta.url)), [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${HEAP_MB}`],
  });
}

function messageOf<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const failed = (status: number | null): void => {
      reject(new Error(`${child.spawnargs.join(' ')} ended with status ${status ?? 'none'}`));
    };
    child.once('close', failed);
    child.once('message', (message) => {
      child.off('close', failed);
      resolve(message as Message);
    });
  });
}

/** What a script was started with. */
export function scriptOptions(): unknown {
  return JSON.parse(process.argv[2] ?? '{}');
}

/** Sends what a script has found out, and ends it. */
export function sendResult(result: object): void {
  process.send?.(result, () => process.exit());
}
