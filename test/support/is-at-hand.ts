import { spawnSync } from 'node:child_process';

/** Whether a program is on this machine; says so where it is not. */
export function isAtHand(program: string): boolean {
  const found = spawnSync('which', [program]).status === 0;
  if (!found) console.warn(`Skipped: ${program} is not here.`);
  return found;
}
