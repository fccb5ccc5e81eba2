import type { Request } from 'express';

/**
 * Whether a person's browser asks for a page; programs get JSON, and under `/api` and `/v1` everybody does.
 */
export function wantsHtml(req: Request): boolean {
  return (
    !/^\/(?:api|v1)\//u.test(req.originalUrl) &&
    req.accepts(['application/json', 'text/html']) === 'text/html'
  );
}
