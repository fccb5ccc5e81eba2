import { readFileSync } from 'node:fs';
import { memoryUsage } from 'node:process';

/** In bytes, after the garbage is collected. */
export interface Memory {
  /** What of the process is in memory and of no file: what only more memory can hold. */
  readonly anonymous: number;
  /** Pages of mapped files, which the system may drop and read again. */
  readonly mapped: number;
  readonly heap: number;
  /** The most that was ever resident. */
  readonly peak: number;
}

/** Linux only. Needs `--expose-gc`. */
export function measureMemory(): Memory {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const status = readFileSync('/proc/self/status', 'utf8');
  const bytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? NaN) * 1024;
  return {
    anonymous: bytes('RssAnon'),
    mapped: bytes('RssFile'),
    heap: memoryUsage().heapUsed,
    peak: bytes('VmHWM'),
  };
}
