import { Agent, request } from 'node:http';

export interface LoadOptions {
  readonly url: string;
  /** Request bodies, JSON; taken in turn. */
  readonly bodies: readonly string[];
  readonly concurrency: number;
  readonly durationMs: number;
}

export interface LoadResult {
  /** One a request, in milliseconds. */
  readonly latenciesMs: readonly number[];
  readonly seconds: number;
}

/** Keeps so many requests in flight for so long. A reply that is not 200 ends the measurement. */
export async function load({
  url,
  bodies,
  concurrency,
  durationMs,
}: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latenciesMs: number[] = [];
  const started = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - started < durationMs) {
      const body = bodies[next++ % bodies.length] ?? '{}';
      const sent = performance.now();
      await post(url, body, agent);
      latenciesMs.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { latenciesMs, seconds };
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sending = request(url, { method: 'POST', headers, agent }, (response) => {
      response
        .resume()
        .once('error', reject)
        .once('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`${url} answered ${response.statusCode ?? 'nothing'} to ${body}`));
        });
    });
    sending.once('error', reject).end(body);
  });
}
