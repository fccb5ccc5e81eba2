import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** Whether a request bears the token, `Authorization: Bearer …`; takes as long for any other. */
export function bearsToken({ headers }: Request, token: string): boolean {
  const given = /^Bearer ([\x21-\x7e]{1,500})$/iu.exec(headers.authorization ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
