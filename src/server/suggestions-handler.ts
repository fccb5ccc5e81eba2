import type { RequestHandler } from 'express';
import type { SuggestionList } from '../protocol.js';
import type { AppDependencies } from './dependencies.js';
import { knownDocuments } from './inquiry-request.js';
import { readyBackend } from './ready-backend.js';

/** `GET /api/suggestions`, also `?documents=ID,ID` */
export function suggestionsHandler(deps: AppDependencies): RequestHandler {
  return async (req, res) => {
    const backend = readyBackend(deps);
    const searchParams = new URLSearchParams(req.originalUrl.split('?')[1]);
    const ids = searchParams.get('documents')?.split(',').filter(Boolean);
    const documents =
      ids === undefined || ids.length === 0 ? undefined : knownDocuments(ids, backend.documents);
    const list: SuggestionList = { suggestions: (await backend.suggest?.(documents)) ?? [] };
    res.set('Cache-Control', 'no-cache').json(list);
  };
}
