import { once } from 'node:events';
import type { Response } from 'express';
import { reasonFor } from './request-signal.js';

const DEFAULT_PING_INTERVAL_MS = 15_000;

export interface EventStream {
  /**
   * Resolves when the client has taken enough of what was sent; rejects when `signal` aborts.
   * `data` holds no line break; an event without a name is its data alone.
   */
  readonly send: (event: string | undefined, data: string) => Promise<void>;
  readonly end: () => void;
}

/**
 * Starts a `text/event-stream` reply. `signal` must abort when the client leaves, or a stalled
 * `send` waits for ever.
 */
export function openEventStream(
  res: Response,
  {
    signal,
    pingIntervalMs = DEFAULT_PING_INTERVAL_MS,
  }: { readonly signal: AbortSignal; readonly pingIntervalMs?: number | undefined },
): EventStream {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // `no-transform` and the header below keep proxies from collecting the stream before they pass
    // it on.
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
  const ping = setInterval(() => {
    if (!res.writableNeedDrain && !res.writableEnded) res.write(': ping\n\n');
  }, pingIntervalMs);
  res.once('close', () => {
    clearInterval(ping);
  });
  return {
    send: async (event, data) => {
      signal.throwIfAborted();
      ping.refresh();
      const name = event === undefined ? '' : `event: ${event}\n`;
      if (res.write(`${name}data: ${data}\n\n`)) return;
      await once(res, 'drain', { signal }).catch((error: unknown) => {
        throw reasonFor(error, signal);
      });
    },
    end: () => {
      clearInterval(ping);
      res.end();
    },
  };
}
