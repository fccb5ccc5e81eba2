import { spawn } from 'node:child_process';

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts a server in a process of its own and waits for its line `Ready: URL`. */
export async function startServer(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const ready = /^Ready: (\S+)$/mu.exec(said)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    void closed.then(() => {
      reject(new Error(`${args.join(' ')} ended before it was ready:\n${said}`));
    });
  });
  return {
    url,
    pid: child.pid ?? NaN,
    stop: () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}
