import type { Request, RequestHandler, Response } from 'express';
import { DeclarationChatError } from '../../errors.js';
import type { AllowedOrigins } from './allowed-origins.js';
import { parseHost } from './host-name.js';

/** Chrome takes no longer from a preflight. */
const PREFLIGHT_MAX_AGE_S = 7_200;
/** Clients of `/v1` and `/mcp` send headers of their own; the star does not stand for a token's. */
const ALLOWED_HEADERS = 'Content-Type, Accept, Authorization, *';

/**
 * Refuses what a page of another site sends, unless its origin is allowed; every request, not only
 * those that a browser asks about first. A request without `Origin` comes from no page that could
 * read the reply, and passes. No cookie or other credential is ever taken.
 */
export function guardOrigin(allowed: AllowedOrigins): RequestHandler {
  const origins = new Set(allowed === 'any' ? [] : allowed);
  return (req, res, next) => {
    res.vary('Origin');
    const { origin } = req.headers;
    if (origin === undefined) {
      next();
    } else if (allowed === 'any' || origins.has(origin)) {
      res.set({
        'Access-Control-Allow-Origin': allowed === 'any' ? '*' : origin,
        'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
      });
      if (isPreflight(req)) replyToPreflight(res);
      else next();
    } else if (isOwn(req, origin)) {
      next();
    } else {
      throw new DeclarationChatError(
        'origin-not-allowed',
        'Pages of this origin may not call this server. Its operator names the origins that ' +
          'may in ALLOWED_ORIGINS; a proxy before it must pass the Host that the browser ' +
          'sent.',
      );
    }
  };
}

/**
 * Whether a page of this very server calls. Browsers say so where the connection is safe, and no
 * script can; elsewhere the origin's host is the one that was asked. The scheme is not compared: a
 * proxy may have taken TLS off.
 */
function isOwn({ headers }: Request, origin: string): boolean {
  if (headers['sec-fetch-site'] === 'same-origin') return true;
  if (headers.host === undefined || !/^https?:\/\//u.test(origin) || !URL.canParse(origin)) {
    return false;
  }
  const { protocol, host } = new URL(origin);
  // The default port, which a browser leaves out, is that of the origin's scheme.
  return (
    parseHost(headers.host) !== undefined && new URL(`${protocol}//${headers.host}`).host === host
  );
}

function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function replyToPreflight(res: Response): void {
  res.set({
    'Access-Control-Allow-Methods': 'GET, HEAD, POST',
    'Access-Control-Allow-Headers': ALLOWED_HEADERS,
    'Access-Control-Max-Age': String(PREFLIGHT_MAX_AGE_S),
  });
  res.status(204).end();
}
