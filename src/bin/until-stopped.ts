const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Works until it is done or the process is asked to stop, by CTRL-C or by whoever runs it. Then the
 * work is told by its signal, and once it has ended the message is said and the process dies as
 * asked; asked a second time, at once.
 */
export async function untilStopped<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  message: string,
): Promise<Result> {
  const stop = new AbortController();
  let asked: NodeJS.Signals | undefined;
  const unlisten = (): void => {
    for (const name of STOP_SIGNALS) process.off(name, listener);
  };
  const listener = (name: NodeJS.Signals): void => {
    asked = name;
    unlisten();
    stop.abort();
  };
  for (const name of STOP_SIGNALS) process.on(name, listener);
  try {
    return await work(stop.signal);
  } finally {
    unlisten();
    if (asked !== undefined) {
      console.error(message);
      process.kill(process.pid, asked);
    }
  }
}
