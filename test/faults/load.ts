import { readFile } from 'node:fs/promises';
import { quantile, type Sent } from './client.js';

/** As many as are worked on at once, so that nobody waits. */
const AT_ONCE = 4;

export interface Capacity {
  /** Replies a second. */
  readonly rate: number;
  /** 95 of 100 were faster. */
  readonly p95Ms: number;
}

/** What a server replies to with just as many at once as it works on. */
export async function capacityOf(
  ask: (i: number) => Promise<Sent>,
  forMs: number,
): Promise<Capacity> {
  const times: number[] = [];
  const began = performance.now();
  let asked = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() - began < forMs) {
        const { status, ms } = await ask(asked++);
        if (status === 200) times.push(ms);
      }
    }),
  );
  return {
    rate: times.length / ((performance.now() - began) / 1000),
    p95Ms: quantile(times, 0.95),
  };
}

/** What a process has in memory, where the system tells. */
export async function memoryMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0) / 1024;
}
