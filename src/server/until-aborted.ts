import { reasonFor } from './request-signal.js';

/**
 * The same items, but an abort ends the wait at once, also for a source that does not heed the
 * signal: the source's `return()` is called and `signal.reason` thrown.
 */
export async function* untilAborted<Item>(
  source: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, void> {
  const iterator: AsyncIterator<Item, unknown> = source[Symbol.asyncIterator]();
  const aborted = abortOf(signal);
  try {
    for (;;) {
      const result = await Promise.race([iterator.next(), aborted.promise]);
      if (result.done === true) return;
      yield result.value;
    }
  } catch (error) {
    throw reasonFor(error, signal);
  } finally {
    aborted.forget();
    // Not awaited: a generator that is stuck in its own `await` would never answer.
    iterator.return?.().catch(() => undefined);
  }
}

function abortOf(signal: AbortSignal): {
  readonly promise: Promise<never>;
  readonly forget: () => void;
} {
  let forget = (): void => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    forget = () => {
      signal.removeEventListener('abort', onAbort);
    };
  });
  promise.catch(() => undefined);
  return { promise, forget };
}
