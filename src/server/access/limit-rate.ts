import type { Request, RequestHandler } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import { DeclarationChatError } from '../../errors.js';
import { isLoopback } from './host-name.js';

/** A site has many visitors, each with an address of their own. */
const OF_ONE_SITE = 10;
const WINDOW_MS = 60_000;

/**
 * Lets each address ask so many times a minute, and the pages of each other site ten times as many
 * together. Networks of IPv6 count as one address, as one household has a whole one. This machine's
 * own programs are not counted: unless proxies are trusted, a proxy on it would be counted for all
 * of its visitors.
 */
export function limitRate(perMinute: number): RequestHandler[] {
  return [
    limitBy({
      limit: perMinute,
      identifier: 'address',
      skip: (req) => !trustsProxies(req) && isLoopback(req.ip),
    }),
    limitBy({
      limit: perMinute * OF_ONE_SITE,
      identifier: 'site',
      keyGenerator: ({ headers }) => headers.origin ?? '',
      skip: ({ headers }) =>
        headers.origin === undefined || headers['sec-fetch-site'] === 'same-origin',
    }),
  ];
}

function trustsProxies(req: Request): boolean {
  return req.app.get('trust proxy') !== false;
}

function limitBy(options: Partial<Options> & { readonly limit: number }): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // What it checks is settled here, and what it finds wrong with a request is the client's doing.
    validate: false,
    handler: (_req, res) => {
      res.set('Retry-After', String(Math.ceil(WINDOW_MS / 1000)));
      throw new DeclarationChatError(
        'rate-limited',
        `More was asked from here than ${options.limit} questions a minute. Ask again in a minute.`,
      );
    },
    ...options,
  });
}
