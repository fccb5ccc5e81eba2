import { isIP } from 'node:net';

/** How many proxies stand before the server, or their addresses and networks. */
export type TrustedProxies = number | readonly string[];

const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
/** More than ever stand before one server. */
const MAX_HOPS = 9;

/** Reads `1`, or `loopback, 10.0.0.0/8`; undefined where it is neither. */
export function parseTrustedProxies(list: string): TrustedProxies | undefined {
  if (/^\d+$/u.test(list)) {
    const hops = Number(list);
    return hops >= 1 && hops <= MAX_HOPS ? hops : undefined;
  }
  const entries = list.split(',').map((entry) => entry.trim());
  return entries.every(isNetwork) ? entries : undefined;
}

function isNetwork(entry: string): boolean {
  if (NETWORKS.has(entry)) return true;
  const [address = '', prefix, ...rest] = entry.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return (
    bits > 0 &&
    rest.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/u.test(prefix) && Number(prefix) <= bits))
  );
}
