import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface HubServer {
  readonly address: string;
  /** Paths asked for so far, `/{model}/resolve/main/{file}`. */
  readonly asked: readonly string[];
}

/** Answers one file in place of the hub; true where it did. */
export type Interception = (file: string, res: ServerResponse) => boolean;

/** A model hub on the loopback that has one folder's files for every model. */
export async function aHub(
  folder: string,
  intercept: Interception = () => false,
): Promise<HubServer> {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    const file = /\/resolve\/main\/([\w./]+)$/u.exec(req.url ?? '')?.[1] ?? '';
    if (intercept(file, res)) return;
    const path = join(folder, file);
    stat(path).then(
      ({ size }) => createReadStream(path).pipe(res.writeHead(200, { 'content-length': size })),
      () => res.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** An address of the loopback where nobody answers. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  return `http://127.0.0.1:${port}`;
}
