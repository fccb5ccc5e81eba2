import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds that a process and those it started have taken of the processors so far. Linux. */
export interface ProcessorTime {
  readonly own: number;
  readonly started: number;
}

export function processorTime(pid: number): ProcessorTime {
  const started = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map((child) => takenBy(Number(child)));
  return { own: takenBy(pid), started: started.reduce((a, b) => a + b, 0) };
}

function takenBy(pid: number): number {
  // The name, in brackets, may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const [user = NaN, system = NaN] = fields.slice(11, 13).map(Number);
  return (user + system) * TICK_MS;
}
