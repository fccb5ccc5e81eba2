import { isIP } from 'node:net';

/**
 * Host and port as a browser writes both into an origin and into `Host`; `undefined` for what is
 * neither.
 */
export function parseHost(host: string): URL | undefined {
  if (/[\s/\\?#@]/u.test(host)) return undefined;
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/**
 * Whether a name always leads to where it says, whoever answers for it in DNS: an IP address, or
 * this machine.
 */
export function isBoundName({ hostname }: URL): boolean {
  return isIP(hostname.replace(/^\[|\]$/gu, '')) !== 0 || /(?:^|\.)localhost\.?$/u.test(hostname);
}

/** Whether a connection came in on an address that only this machine can reach. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:::ffff:)?127\.|^::1$/u.test(address);
}
