import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { onReplyOver } from './reply-over.js';

/** By which a client, a proxy and the log speak of one request. */
const HEADER = 'X-Request-Id';
const WELL_FORMED = /^[\w.:+/=-]{1,100}$/u;

/** A request that is over. */
export interface RequestOutcome {
  readonly id: string;
  readonly method: string;
  /** Without what stands behind `?`, where a question may stand. */
  readonly path: string;
  /** `left` where the client did not wait for the end of the reply. */
  readonly status: number | 'left';
  readonly milliseconds: number;
}

/**
 * Gives each request an id, which its reply carries: that of the proxies before the server where
 * they are trusted and gave one.
 */
export function identifyRequests(): RequestHandler {
  return (req, res, next) => {
    const given = req.get(HEADER) ?? '';
    const isTrusted = comesFromProxy(req) && WELL_FORMED.test(given);
    res.set(HEADER, isTrusted ? given : randomUUID());
    next();
  };
}

/** Whether what is connected is a proxy that is trusted, by Express's own judgement. */
function comesFromProxy({ app, socket }: Request): boolean {
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return socket.remoteAddress !== undefined && trusts(socket.remoteAddress, 0);
}

export function requestIdOf(res: Response): string {
  return String(res.getHeader(HEADER));
}

/** Tells of each request when it is over. */
export function reportRequests(report: (outcome: RequestOutcome) => void): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    onReplyOver(res, (isWhole) => {
      report({
        id: requestIdOf(res),
        method: req.method,
        path: pathOf(req),
        status: isWhole ? res.statusCode : 'left',
        milliseconds: Math.round(performance.now() - started),
      });
    });
    next();
  };
}

/** As it was asked for; longer ones are none of ours. */
function pathOf({ originalUrl }: Request): string {
  return (originalUrl.split('?', 1)[0] ?? '').slice(0, 200);
}
