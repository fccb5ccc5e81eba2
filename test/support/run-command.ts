import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { SMALL_MODEL_ENV } from './models.js';
import { requireProject } from './test-project.js';

requireProject('process');

export const COMMAND = fileURLToPath(
  new URL('../../dist/bin/declaration-chat.js', import.meta.url),
);

export interface Surroundings {
  readonly cwd: string;
  /** Beside PATH and HOME; nothing else of this process's environment is passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether something is written to its standard input, which is closed otherwise. */
  readonly input?: boolean;
}

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /**
   * Waits until standard output and standard error together hold the pattern; fails when the
   * command ends without.
   */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Starts a program; it is killed when the test has finished. */
export function start(
  file: string,
  args: readonly string[],
  { cwd, env = {}, input = false }: Surroundings,
): RunningCommand {
  const child = spawn(file, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...said });
    });
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const listener = (): void => {
        const match = pattern.exec(said.stdout + said.stderr);
        if (match === null) return;
        listeners.delete(listener);
        resolve(match);
      };
      listeners.add(listener);
      listener();
      void finished.then(({ code }) => {
        reject(
          new Error(
            `ended with ${String(code)} without saying ${String(pattern)}:\n${said.stdout}${said.stderr}`,
          ),
        );
      });
    });
  return { child, finished, says };
}

/**
 * Starts `declaration-chat` as a process of its own, with the small encoder unless the environment
 * names another.
 */
export function startCommand(
  args: readonly string[],
  { env, ...surroundings }: Surroundings,
): RunningCommand {
  if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is missing. Run \`npm run build\` first.`);
  return start(process.execPath, [COMMAND, ...args], {
    ...surroundings,
    env: { ...SMALL_MODEL_ENV, ...env },
  });
}

export function runCommand(args: readonly string[], surroundings: Surroundings): Promise<Finished> {
  return startCommand(args, surroundings).finished;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
