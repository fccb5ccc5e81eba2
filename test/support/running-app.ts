import { createServer, request, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/server/create-app.js';
import type { AppDependencies, ChatBackend, Incident } from '../../src/server/dependencies.js';

export interface RunningApp {
  readonly url: string;
  readonly incidents: readonly Incident[];
}

/** The app on a free port of the loopback; closed when the test has finished. */
export async function runApp(
  backend: ChatBackend | undefined,
  more: Partial<AppDependencies> = {},
): Promise<RunningApp> {
  const incidents: Incident[] = [];
  const app = createApp({
    backend: () => backend,
    onIncident: (incident) => incidents.push(incident),
    ...more,
  });
  return { url: await serveApp(app), incidents };
}

/** Any app on a free port of the loopback; closed when the test has finished. */
export async function serveApp(app: RequestListener): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve, reject) => {
      server.close((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface PostOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal;
}

export function post(
  url: string,
  body: unknown,
  { headers = {}, signal }: PostOptions = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body:
      typeof body === 'string' || body instanceof Uint8Array
        ? (body as string)
        : JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
}

export interface RawReply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The bytes as UTF-8. */
  readonly text: string;
}

export interface RawRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * A request without what `fetch` does to it: no encoding of the path, no headers of its own, no
 * decompression.
 */
export function rawRequest(
  url: string,
  { path, method = 'GET', headers = {}, body = '' }: RawRequest,
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { path, method, headers }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => {
        parts.push(part);
      });
      incoming.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({
          status: incoming.statusCode,
          headers: incoming.headers,
          bytes,
          text: bytes.toString('utf8'),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export function rawGet(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> {
  return rawRequest(url, { path, headers });
}
