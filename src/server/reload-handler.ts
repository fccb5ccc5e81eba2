import type { RequestHandler } from 'express';
import { DeclarationChatError } from '../errors.js';
import type { AppDependencies } from './dependencies.js';
import { readyBackend } from './ready-backend.js';

/**
 * `POST /admin/reload`: brings the index up to date with the texts, and says what is served then, or
 * that it failed.
 */
export function reloadHandler(
  deps: AppDependencies,
  reload: NonNullable<AppDependencies['reload']>,
): RequestHandler {
  return async (_req, res) => {
    const failure = await reload();
    if (failure !== undefined) throw new DeclarationChatError('reload-failed', failure);
    const documents = readyBackend(deps).documents.list();
    res.set('Cache-Control', 'no-store').json({
      documents: documents.length,
      paragraphs: documents.reduce((sum, { paragraphCount }) => sum + paragraphCount, 0),
    });
  };
}
