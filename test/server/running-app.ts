import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/server/create-app.js';
import type { AppDependencies, ChatBackend, Incident } from '../../src/server/dependencies.js';

export interface RunningApp {
  readonly url: string;
  readonly incidents: readonly Incident[];
}

/** The app on a free port of the loopback; closed when the test has finished. */
export async function runApp(backend: ChatBackend | undefined, more: Partial<AppDependencies> = {}): Promise<RunningApp> {
  const incidents: Incident[] = [];
  const app = createApp({ backend: () => backend, onIncident: (incident) => incidents.push(incident), ...more });
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
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, incidents };
}

export function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });
}
