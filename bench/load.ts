import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface LoadOptions {
  readonly url: string;
  /** Request bodies, JSON; taken in turn. */
  readonly bodies: readonly string[];
  readonly concurrency: number;
  readonly durationMs: number;
}

export interface LoadResult {
  /** One a reply, in milliseconds. */
  readonly latenciesMs: readonly number[];
  readonly seconds: number;
  /** Requests that were told to come again. */
  readonly refused: number;
}

interface Reply {
  readonly status: number | undefined;
  readonly retryAfterMs: number;
}

/** Nobody waits for longer before asking again. */
const MAX_RETRY_MS = 1000;

/**
 * Keeps so many clients asking for so long, each its next question as soon as it has an answer; who
 * is told to come again (503) does. Any other status ends the measurement.
 */
export async function load({
  url,
  bodies,
  concurrency,
  durationMs,
}: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latenciesMs: number[] = [];
  const started = performance.now();
  let [next, refused] = [0, 0];
  const client = async (): Promise<void> => {
    while (performance.now() - started < durationMs) {
      const body = bodies[next++ % bodies.length] ?? '{}';
      const sent = performance.now();
      const { status, retryAfterMs } = await post(url, body, agent);
      if (status === 200) latenciesMs.push(performance.now() - sent);
      else if (status === 503) {
        refused += 1;
        await wait(Math.min(retryAfterMs, MAX_RETRY_MS));
      } else throw new Error(`${url} answered ${status ?? 'nothing'} to ${body}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { latenciesMs, seconds, refused };
}

function post(url: string, body: string, agent: Agent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sending = request(url, { method: 'POST', headers, agent }, (response) => {
      const { statusCode: status } = response;
      const retryAfterMs = Number(response.headers['retry-after'] ?? 0) * 1000;
      response
        .resume()
        .once('error', reject)
        .once('end', () => {
          resolve({ status, retryAfterMs });
        });
    });
    sending.once('error', reject).end(body);
  });
}
