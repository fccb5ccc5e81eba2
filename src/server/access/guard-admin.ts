import type { Request, RequestHandler } from 'express';
import { DeclarationChatError } from '../../errors.js';
import { bearsToken } from './bearer-token.js';
import { isLoopback } from './host-name.js';

/**
 * Lets in who has the token. Without one set, who comes from this machine: not through a proxy on
 * it, which says so, and no page in a browser, which names its origin.
 */
export function guardAdmin(token: string | undefined): RequestHandler {
  return (req, _res, next) => {
    const mayIn = token === undefined ? isOwnMachine(req) : bearsToken(req, token);
    if (!mayIn) {
      throw new DeclarationChatError(
        'not-allowed',
        token === undefined
          ? 'This is for the machine that the server runs on. To use it from elsewhere, set ADMIN_TOKEN.'
          : 'Send the token of ADMIN_TOKEN: `Authorization: Bearer …`.',
      );
    }
    next();
  };
}

const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

function isOwnMachine(req: Request): boolean {
  return (
    isLoopback(req.socket.remoteAddress) &&
    OF_PROXIES.every((name) => req.headers[name] === undefined) &&
    req.headers.origin === undefined
  );
}
