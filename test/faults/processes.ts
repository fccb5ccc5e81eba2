import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SMALL_MODEL_ENV } from '../support/models.js';

const COMMAND = fileURLToPath(new URL('../../dist/bin/declaration-chat.js', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** What it has said so far, on both outputs. */
  readonly said: () => string;
  /** Its exit status; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A program, and its arguments, that starts it. */
  readonly prefix?: readonly string[];
}

/** Starts a command of the program as it was built, with the small encoder. */
export function startCommand(
  args: readonly string[],
  { cwd, env = {}, prefix = [] }: Surroundings,
): Started {
  const [program = '', ...rest] = [...prefix, process.execPath, COMMAND, ...args];
  const child = spawn(program, rest, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...SMALL_MODEL_ENV, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said: () => said, ended };
}

export interface Served {
  readonly url: string;
  readonly pid: number;
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Serves a folder with `corpus/` on a free port. */
export async function serve(
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  prefix: readonly string[] = [],
): Promise<Served> {
  const surroundings = { cwd, env: { PORT: '0', ...env }, prefix };
  const { child, said, ended } = startCommand(['serve'], surroundings);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, ready] = /^Ready: (\S+)$/mu.exec(said()) ?? [];
      if (ready !== undefined) resolve(ready);
    });
    void ended.then(() => {
      reject(new Error(`The server ended before it was ready:\n${said()}`));
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
