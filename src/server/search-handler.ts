import type { RequestHandler } from 'express';
import { during } from '../ports/stages.js';
import type { SearchReply } from '../protocol.js';
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
    const { admission, stages } = deps;
    const search = (): Promise<SearchReply> =>
      during(stages, 'answer', () => backend.search(inquiry, { topK, signal }));
    const found = admission === undefined ? search() : admission.run(search, signal);
    const { query, passages } = await found.catch((error: unknown) => {
      throw reasonFor(error, signal);
    });
    res.set('Cache-Control', 'no-store').json({ query, passages });
  };
}
