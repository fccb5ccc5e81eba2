import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { commandDatabase } from '../support/command-database.js';
import { postJson, quantile, send, type Sent } from './client.js';
import type { FaultPart, Findings, TryOptions } from './fault-part.js';
import { aText, inFolder, writeTexts } from './folders.js';
import { serve, startCommand, type Served } from './processes.js';

const SHIPPED = fileURLToPath(new URL('../../deploy/nginx-servers.conf', import.meta.url));
/** Each from an address of its own, so that they are spread over the servers. */
const VISITORS = 4;
const LOG = 'nginx.log';
/** Until nginx asks one that was gone again; the other may go then. */
const KNOWN_AGAIN_MS = 1_500;
/** Share of the questions after which one of the servers dies, one after the other. */
const KILLED_AFTER = [0.25, 0.6] as const;

/** Servers that share a database behind nginx, as `deploy/nginx-servers.conf` puts it. */
export const severalServers: FaultPart = {
  name: 'several-servers',
  what: 'a question while one of two servers is killed',
  full: 2_000,
  try: (options) => inFolder((folder) => askWhileTheyDie(folder, options)),
};

async function askWhileTheyDie(folder: string, options: TryOptions): Promise<Findings> {
  const database = await commandDatabase();
  const env = { DATABASE_URL: database.url };
  const stops: (() => Promise<unknown>)[] = [database.remove];
  try {
    await writeTexts(folder, { lakes: aText('lakes', 60), rivers: aText('rivers', 60) });
    const ingested = await startCommand(['ingest'], { cwd: folder, env }).ended;
    if (ingested !== 0) throw new Error(`ingest ended with ${String(ingested)}.`);
    const [proxyPort, ...ports] = await freePorts(3);
    const servers = new Servers(folder, env, ports);
    stops.push(() => servers.stop());
    await servers.start();
    stops.push(await startProxy(folder, proxyPort, ports));
    const address = `http://127.0.0.1:${proxyPort}/api/chat`;
    const findings = await ask(servers, { ...options, address });
    const passedOn = (await readFile(join(folder, LOG), 'utf8')).match(/ upstream/gu)?.length ?? 0;
    return { ...findings, figures: { ...findings.figures, 'seen by nginx': String(passedOn) } };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

class Servers {
  readonly #running: (Served | undefined)[] = [];

  constructor(
    readonly folder: string,
    readonly env: Readonly<Record<string, string>>,
    readonly ports: readonly number[],
  ) {}

  async start(): Promise<void> {
    for (const place of this.ports.keys()) await this.#start(place);
  }

  /** As a power cut would; then it is started again. */
  async kill(place: number): Promise<void> {
    const server = this.#running[place];
    if (server === undefined) return;
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    await this.#start(place);
  }

  async stop(): Promise<void> {
    for (const server of this.#running) await server?.stop();
  }

  async #start(place: number): Promise<void> {
    const cwd = join(this.folder, `server-${place}`);
    await mkdir(cwd, { recursive: true });
    this.#running[place] = await serve(cwd, { ...this.env, PORT: String(this.ports[place]) });
  }
}

interface Asked extends Sent {
  /** Whether it took a second try. */
  readonly again: boolean;
}

async function ask(
  servers: Servers,
  { count, tell, address }: TryOptions & { readonly address: string },
): Promise<Findings> {
  const asked: Asked[] = [];
  let next = 0;
  const visit = async (visitor: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, localAddress: `127.0.0.${visitor + 2}` });
    while (next < count) {
      const question = `Who shall protect ${next % 2 === 0 ? 'lakes' : 'rivers'} number ${next}?`;
      next += 1;
      const once = (): Promise<Sent> => postJson(address, { question }, agent);
      const first = await once();
      asked.push(
        first.status === 200 ? { ...first, again: false } : { ...(await once()), again: true },
      );
      tell(asked.length);
    }
    agent.destroy();
  };
  const kill = async (): Promise<void> => {
    for (const [place, share] of KILLED_AFTER.entries()) {
      while (asked.length < share * count) await wait(20);
      // Nobody notices one that dies when all have their answers.
      if (asked.length >= count) return;
      await servers.kill(place);
      await wait(KNOWN_AGAIN_MS);
    }
  };
  await Promise.all([kill(), ...Array.from({ length: VISITORS }, (_, i) => visit(i))]);
  return {
    tried: asked.length,
    lost: asked.flatMap(({ status, body }) =>
      status === 200 ? [] : [`replied to with status ${status}: ${body.slice(0, 200)}`],
    ),
    figures: {
      'asked twice': String(asked.filter(({ again }) => again).length),
      'p95 answered': `${quantile(
        asked.map(({ ms }) => ms),
        0.95,
      ).toFixed(0)} ms`,
    },
  };
}

/** Starts nginx with what ships, on this machine and without TLS. @returns what ends it */
async function startProxy(
  folder: string,
  proxyPort: number,
  [first, second]: readonly number[],
): Promise<() => Promise<unknown>> {
  const site = (await readFile(SHIPPED, 'utf8'))
    .replace(/^ *(?:listen \[|ssl_).*\n/gmu, '')
    .replace('listen 443 ssl', `listen 127.0.0.1:${proxyPort}`)
    .replace('10.0.0.11:3000', `127.0.0.1:${String(first)}`)
    .replace('10.0.0.12:3000', `127.0.0.1:${String(second)}`);
  const file = join(folder, 'nginx.conf');
  await writeFile(
    file,
    `${process.getuid?.() === 0 ? 'user root;\n' : ''}pid ${folder}/nginx.pid;
     error_log ${folder}/${LOG}; daemon off; worker_processes 1; events {}
     http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
       .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
       .join(' ')}\n${site}}`,
  );
  const nginx = spawn('nginx', ['-p', folder, '-c', file], { stdio: 'ignore' });
  const ended = once(nginx, 'close');
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await send(`http://127.0.0.1:${proxyPort}/livez`, {})).status === 200) break;
    await wait(50);
  }
  return () => {
    nginx.kill();
    return ended;
  };
}

/** Ports that nobody listens on now. */
async function freePorts(count: 3): Promise<[number, number, number]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports as [number, number, number];
}
