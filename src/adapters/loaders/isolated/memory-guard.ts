import { Worker } from 'node:worker_threads';

/** At a gigabyte a second, some 20 MB too late. */
const INTERVAL_MS = 20;

/** A string, since a thread would need a loader of its own for a source. */
const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  let limitBytes = Infinity;
  parentPort.on('message', (bytes) => { limitBytes = bytes; });
  setInterval(() => {
    if (process.memoryUsage.rss() > limitBytes) process.kill(process.pid, 'SIGKILL');
  }, ${INTERVAL_MS});
`;

/**
 * Ends the process once it has taken too much memory. What a parser unpacks lies outside the heap,
 * whose size is limited, and while it works nothing else of its thread does.
 */
export class MemoryGuard {
  readonly #worker = new Worker(PROGRAM, { eval: true, execArgv: [] });

  constructor() {
    this.#worker.unref();
  }

  /** From now on the process may take so much in all. */
  limit(bytes: number): void {
    this.#worker.postMessage(bytes);
  }
}
