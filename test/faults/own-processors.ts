import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/**
 * Whoever asks has a processor of its own, as on another machine, and so has who is asked; where the
 * system can do that, else they share all.
 */
export interface OwnProcessors {
  /** What a command that is asked is started with. */
  readonly prefix: readonly string[];
  readonly restore: () => void;
}

/** Gives this process a processor of its own, until it is restored. */
export function ownProcessors(): OwnProcessors {
  const count = cpus().length;
  const bind = (processors: string): boolean =>
    spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', processors, String(process.pid)])
      .status === 0;
  // The first one is where a system does its own work.
  if (count < 2 || !bind(String(count - 1))) return { prefix: [], restore: () => undefined };
  return {
    prefix: ['taskset', '--cpu-list', `0-${count - 2}`],
    restore: () => {
      bind(`0-${count - 1}`);
    },
  };
}
