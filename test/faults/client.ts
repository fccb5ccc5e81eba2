import { Agent, request, type IncomingMessage } from 'node:http';

export interface Sent {
  /** 0 where the connection was cut. */
  readonly status: number;
  readonly body: string;
  /** Until the last byte, in milliseconds. */
  readonly ms: number;
}

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
}

/** Sends a request as it is; never throws. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body, agent }: Sending,
): Promise<Sent> {
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, text: string): void => {
      resolve({ status, body: text, ms: performance.now() - began });
    };
    const path = url.slice(new URL(url).origin.length);
    const sending = request(new URL(url).origin, { method, headers, path, agent }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.once('end', () => {
        end(reply.statusCode ?? 0, Buffer.concat(chunks).toString());
      });
      reply.once('error', (error) => {
        end(0, error.message);
      });
    });
    sending.once('error', (error) => {
      end(0, error.message);
    });
    sending.end(body);
  });
}

export function postJson(url: string, value: unknown, agent?: Agent): Promise<Sent> {
  const body = JSON.stringify(value);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  };
  return send(url, { method: 'POST', headers, body, ...(agent === undefined ? {} : { agent }) });
}

export interface OpenStream {
  readonly reply: Promise<IncomingMessage>;
  /** All events, once the stream has ended. */
  readonly events: Promise<readonly { readonly name: string; readonly data: unknown }[]>;
  readonly leave: () => void;
}

/** Asks for an answer as a stream of events. */
export function openStream(url: string, question: string): OpenStream {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const sending = request(`${url}/api/chat`, { method: 'POST', headers, agent: new Agent() });
  const reply = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve).once('error', reject);
  });
  reply.catch(() => undefined);
  sending.end(JSON.stringify({ question, stream: true }));
  const events = reply.then(async (response) => {
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk as string;
    if (response.statusCode !== 200) {
      return [{ name: `status ${response.statusCode ?? 0}`, data: text }];
    }
    return text.split('\n\n').flatMap((block) => {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/mu.exec(block) ?? [];
      return name === undefined ? [] : [{ name, data: JSON.parse(data ?? 'null') as unknown }];
    });
  });
  events.catch(() => undefined);
  return { reply, events, leave: () => void sending.destroy() };
}

/** The value below which such a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
