/** How soon the death of npm's shell is noticed. */
const LOOK_AFTER_MS = 200;

/**
 * Aborts when the process is asked to stop, by CTRL-C or by whoever runs it. Asked a second time,
 * it dies at once.
 * @param environment what npm says of itself stands in it
 */
export function stopSignal(environment: Readonly<Record<string, string | undefined>>): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  // A signal that is sent to `npm start` ends npm and its shell, which do not pass it on: without
  // this the server would stay behind and keep its port.
  if (environment['npm_lifecycle_event'] !== undefined) {
    const parent = process.ppid;
    const look = setInterval(() => {
      if (process.ppid !== parent) stop.abort();
    }, LOOK_AFTER_MS);
    look.unref();
  }
  return stop.signal;
}
