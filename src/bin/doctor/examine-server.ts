import { createServer } from 'node:net';
import type { Config } from '../config/config.js';
import { isLoopback } from '../../server/access/host-name.js';
import { doubtful, right, wrong, type Examination, type Finding } from './finding.js';

/** Of a server that is there, to say that it lives. */
const REPLY_TIMEOUT_MS = 2_000;

export const PORT: Examination = {
  what: 'Address',
  examine: async ({ host, port }) => {
    const at = `${host}, port ${port}`;
    const code = await bindFailure({ host, port });
    if (code === undefined) return [right(`${at} is free.`)];
    if (code === 'EADDRINUSE' && (await isOurs(port))) {
      return [right(`A declaration-chat server is running on ${at}.`)];
    }
    return [wrong(`${at} cannot be listened on (${code}).`, 'Set PORT or HOST to what can.')];
  },
};

export const EXPOSURE: Examination = {
  what: 'Access',
  examine: (config) => Promise.resolve([...openness(config), ...origins(config)]),
};

function openness({
  host,
  accessToken,
  trustProxy,
  allowedOrigins,
}: Config): Omit<Finding, 'what'>[] {
  if (isLoopback(host) || host === 'localhost') {
    return trustProxy === undefined && allowedOrigins !== 'any' && allowedOrigins.length > 0
      ? [
          doubtful(
            'Other sites are allowed, and no proxy is trusted: behind one, nobody is limited.',
            'Set TRUST_PROXY=1 where a proxy on this machine stands before the server.',
          ),
        ]
      : [right('Only this machine reaches it.')];
  }
  if (accessToken !== undefined) return [right('Who has ACCESS_TOKEN is let in.')];
  return [
    trustProxy === undefined
      ? doubtful(
          `Everybody who reaches ${host} is let in; behind a proxy, all visitors look like one.`,
          'Set ACCESS_TOKEN where the texts are not public, and TRUST_PROXY where a proxy stands before.',
        )
      : right('Everybody is let in, as the proxies before it allow.'),
  ];
}

function origins({ allowedOrigins }: Config): Omit<Finding, 'what'>[] {
  return allowedOrigins === 'any'
    ? [doubtful('Pages of every site may call it.', 'Name the sites in ALLOWED_ORIGINS.')]
    : [];
}

function bindFailure(address: {
  readonly host: string;
  readonly port: number;
}): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code ?? 'unknown');
    });
    server.listen(address, () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });
}

async function isOurs(port: number): Promise<boolean> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/livez`, {
      signal: AbortSignal.timeout(REPLY_TIMEOUT_MS),
    });
    const { status } = (await reply.json()) as { readonly status?: unknown };
    return status === 'alive';
  } catch {
    return false;
  }
}
