import type { RequestHandler } from 'express';
import type { AppDependencies } from './dependencies.js';
import { parseSearchRequest } from './inquiry-request.js';
import { readyBackend } from './ready-backend.js';
import { reasonFor, requestSignal } from './request-signal.js';

/** `POST /api/search` */
export function searchHandler(deps: AppDependencies): RequestHandler {
  return async (req, res) => {
    const backend = readyBackend(deps);
    const { inquiry, topK } = parseSearchRequest(req.body, backend.documents);
    const signal = requestSignal(res, deps.shutdown);
    const { query, passages } = await backend
      .search(inquiry, { topK, signal })
      .catch((error: unknown) => {
        throw reasonFor(error, signal);
      });
    res.set('Cache-Control', 'no-store').json({ query, passages });
  };
}
