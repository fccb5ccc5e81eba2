import type { RequestHandler } from 'express';
import type { AppDependencies } from './dependencies.js';
import { readyBackend } from './ready-backend.js';

/** `POST /admin/reload`: brings the index up to date with the texts, and says what is served then. */
export function reloadHandler(
  deps: AppDependencies,
  reload: NonNullable<AppDependencies['reload']>,
): RequestHandler {
  return async (_req, res) => {
    await reload();
    const documents = readyBackend(deps).documents.list();
    res.set('Cache-Control', 'no-store').json({
      documents: documents.length,
      paragraphs: documents.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    });
  };
}
