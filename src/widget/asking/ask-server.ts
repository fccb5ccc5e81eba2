import { serverSentEvents } from '../../client/server-sent-events.js';
import type { ChatEvent } from '../../protocol.js';
import { encodeRequest, type ChatRequest } from './encode-request.js';
import { Failure, failureOf } from './failure.js';
import { IdleTimeout } from './idle-timeout.js';
import { toChatEvent } from './read-reply.js';

/**
 * The server speaks every 15 seconds, if only to say that it is there; three times silent, and it
 * is not.
 */
const IDLE_TIMEOUT_MS = 45_000;
/** How long to look whether a server that could not be asked is there at all. */
const PROBE_MS = 5_000;
/** Taken while the script loads, before the page's later scripts can put another in its place. */
const { parse } = JSON;

export interface Asking {
  /** Address without a slash at the end. */
  readonly server: string;
  readonly request: ChatRequest;
}

/**
 * Sends the conversation and yields what comes back as it comes, the one `answer` last.
 * @throws Failure; the signal's reason where it aborts
 */
export async function* askServer(
  asking: Asking,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void, void> {
  const idleTimeout = new IdleTimeout(IDLE_TIMEOUT_MS);
  const renew = (): void => {
    idleTimeout.renew();
  };
  let hasReplied = false;
  try {
    const response = await send(asking, AbortSignal.any([signal, idleTimeout.signal]));
    hasReplied = true;
    for await (const event of serverSentEvents(response, renew)) {
      if (event.event === 'error') throw failureOf(parse(event.data), response.status);
      const known = toChatEvent(event.event, parse(event.data));
      if (known) yield known;
      if (known?.type === 'answer') return;
    }
    throw new Failure('cut');
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) throw error;
    throw hasReplied ? new Failure('cut') : await unreachable(asking.server, signal);
  } finally {
    idleTimeout.end();
  }
}

async function send({ server, request }: Asking, signal: AbortSignal): Promise<Response> {
  const response = await fetch(`${server}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: encodeRequest(request),
    signal,
  });
  if (response.ok) return response;
  throw failureOf(await response.json().catch(() => undefined), response.status);
}

/**
 * A browser does not tell a page whether a server of another origin is away or refused the page.
 * The widget's own script may be had by every page, so where that comes, the server is there.
 */
async function unreachable(server: string, signal: AbortSignal): Promise<Failure> {
  if (new URL(server).origin === location.origin) return new Failure('unreachable');
  const script = await fetch(`${server}/widget.js`, {
    method: 'HEAD',
    cache: 'no-store',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]),
  }).catch(() => undefined);
  signal.throwIfAborted();
  return new Failure(script?.ok ? 'refused' : 'unreachable');
}
