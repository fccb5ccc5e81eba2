import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Longer than any token that the configuration takes, in Base64. */
const MAX_CREDENTIALS = 1_000;

/**
 * Whether a request carries the token: as `Bearer`, or as the password of `Basic`, which browsers
 * ask people for. How long it takes tells nothing of the token.
 */
export function bearsToken({ authorization = '' }: IncomingHttpHeaders, token: string): boolean {
  if (authorization.length > MAX_CREDENTIALS) return false;
  const [, scheme = '', credentials = ''] =
    /^(bearer|basic) ([\x21-\x7e]+)$/iu.exec(authorization) ?? [];
  const given = scheme.toLowerCase() === 'basic' ? passwordIn(credentials) : credentials;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function passwordIn(credentials: string): string {
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  return decoded.slice(decoded.indexOf(':') + 1);
}
