import type { ChatEvent } from '../protocol.js';
import { startIdleTimeout } from './idle-timeout.js';
import { toChatEvent } from './is-whole.js';
import { parseJson } from './json.js';
import { RequestFailedError, requestFailure } from './request-failed-error.js';
import { serverSentEvents } from './server-sent-events.js';

/**
 * The server speaks every 15 seconds, if only to say that it is there; three times silent, and it
 * is not.
 */
const IDLE_TIMEOUT_MS = 45_000;

/**
 * What an answer is made of, as it comes.
 * @param open asks for the stream
 * @param signal of who reads it
 */
export async function* chatEvents(
  open: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void, void> {
  const idle = startIdleTimeout(IDLE_TIMEOUT_MS);
  let status: number | undefined;
  try {
    const response = await open(AbortSignal.any([idle.signal, signal]));
    status = response.status;
    for await (const event of serverSentEvents(response, idle.renew)) {
      const data: unknown = parseJson(event.data);
      if (event.event === 'error') throw requestFailure(status, data);
      const known = toChatEvent(event.event, data);
      if (known !== undefined) yield known;
      if (known?.type === 'answer') return;
    }
    throw new RequestFailedError(status);
  } catch (error) {
    signal.throwIfAborted();
    // What broke off had begun: there is a server.
    if (status === undefined || error instanceof RequestFailedError) throw error;
    throw new RequestFailedError(status, undefined, { cause: error });
  } finally {
    idle.end();
  }
}
