import type { Request } from 'express';

/**
 * Whether a person's browser asks for a page; programs get JSON, and under `/api` everybody does.
 */
export function wantsHtml(req: Request): boolean {
  return (
    !req.originalUrl.startsWith('/api/') &&
    req.accepts(['application/json', 'text/html']) === 'text/html'
  );
}
