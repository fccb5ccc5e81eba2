import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RecordedRequest {
  /** Method and path, with what is asked for in it. */
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** What a provider answered. */
export interface Recorded {
  readonly status: number;
  /** The data of each event of the stream; a plain body where the status is a failure. */
  readonly events: readonly { readonly event?: string; readonly data: unknown }[];
}

/** A provider on the loopback that answers with what one was once heard to say. */
export async function aRecordedProvider({ status, events }: Recorded): Promise<{
  readonly address: string;
  readonly requests: readonly RecordedRequest[];
}> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      requests.push({ line: `${method} ${url}`, headers, body });
      const isStream = status === 200;
      response.writeHead(status, {
        'content-type': isStream ? 'text/event-stream' : 'application/json',
      });
      const lines = events.map(({ event, data }) => {
        const text = typeof data === 'string' ? data : JSON.stringify(data);
        return isStream
          ? `${event === undefined ? '' : `event: ${event}\n`}data: ${text}\n\n`
          : text;
      });
      response.end(lines.join(''));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
