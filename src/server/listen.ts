import { createServer, type RequestListener, type Server } from 'node:http';
import { DeclarationChatError } from '../errors.js';
import { limitPipelining } from './limit-pipelining.js';

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** What {@link AppDependencies.shutdown} belongs to: aborted when the time of grace is over. */
  readonly shutdown: AbortController;
  /**
   * How long requests in flight may take to finish after `close()`, in milliseconds; 10,000 unless
   * given.
   */
  readonly graceMs?: number;
}

export interface RunningServer {
  /**
   * Where it answers on this machine, e.g. `http://127.0.0.1:3000`; `localhost` where it listens on
   * all addresses.
   */
  readonly url: string;
  /**
   * Takes no new connection, lets requests in flight finish for the time of grace, then ends them.
   * Resolves when all are gone.
   */
  readonly close: () => Promise<void>;
}

const DEFAULT_GRACE_MS = 10_000;
/** For the last words on a stream that was ended, before its connection is cut. */
const LAST_WORDS_MS = 500;
/** Connections that fall idle during the time of grace are closed this soon. */
const IDLE_SWEEP_MS = 50;
/**
 * A question is a few kilobytes: whoever needs longer to send one is stuck, or stalls on purpose.
 */
const REQUEST_TIMEOUT_MS = 15_000;
/** How often that is looked after; the default of Node lets the stuck stay twice as long. */
const LOOK_AFTER_MS = 2_000;
/**
 * A connection on which nothing moves for so long is cut: its client has gone, or takes nothing of
 * a reply. Longer than any chat model may take.
 */
const SILENT_MS = 240_000;
/** Each costs some memory; a proxy needs few. */
const MAX_CONNECTIONS = 2_000;

/** @throws DeclarationChatError `invalid-configuration` where the address cannot be had */
export async function listen(app: RequestListener, options: ListenOptions): Promise<RunningServer> {
  const server = createServer(
    {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: LOOK_AFTER_MS,
    },
    limitPipelining(app),
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = SILENT_MS;
  await bind(server, options);
  let closing: Promise<void> | undefined;
  return { url: urlOf(server), close: () => (closing ??= closeGracefully(server, options)) };
}

function bind(server: Server, { host, port }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = BIND_FAILURES[error.code ?? ''] ?? error.message;
      reject(
        new DeclarationChatError(
          'invalid-configuration',
          `Cannot listen on ${host}, port ${port}: ${reason}`,
          { cause: error },
        ),
      );
    });
    server.listen({ host, port }, resolve);
  });
}

const BIND_FAILURES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program is using it. Stop that program, or set PORT to another number.',
  EACCES: 'that takes rights which this process does not have. Set PORT to 1024 or more.',
  EADDRNOTAVAIL:
    'this machine has no such address. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.',
  ENOTFOUND: 'the name cannot be resolved. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.',
};

const ALL_ADDRESSES: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no network address');
  }
  const named = ALL_ADDRESSES.has(address.address) ? 'localhost' : address.address;
  return `http://${named.includes(':') ? `[${named}]` : named}:${address.port}`;
}

async function closeGracefully(
  server: Server,
  { shutdown, graceMs = DEFAULT_GRACE_MS }: ListenOptions,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, IDLE_SWEEP_MS);
  const endReplies = setTimeout(() => {
    shutdown.abort();
  }, graceMs);
  const cutConnections = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs + LAST_WORDS_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(endReplies);
  clearTimeout(cutConnections);
}
