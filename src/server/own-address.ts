import type { Request } from 'express';
import { parseHost } from './access/host-name.js';

/**
 * Where the visitor reached this server, such as `https://chat.example.org`: to be shown, never to
 * be trusted.
 */
export function ownAddress({ headers, protocol }: Request): string {
  const [forwarded] = String(headers['x-forwarded-proto'] ?? '').split(',');
  const scheme = forwarded?.trim() === 'https' ? 'https' : protocol;
  return `${scheme}://${parseHost(headers.host ?? '')?.host ?? 'localhost'}`;
}
