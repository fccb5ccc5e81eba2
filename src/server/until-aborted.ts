import { raceAbort } from '../concurrency/race-abort.js';
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
  try {
    for (;;) {
      const result = await raceAbort(iterator.next(), signal);
      if (result.done === true) return;
      yield result.value;
    }
  } catch (error) {
    throw reasonFor(error, signal);
  } finally {
    // Not awaited: a generator that is stuck in its own `await` would never answer.
    iterator.return?.().catch(() => undefined);
  }
}
