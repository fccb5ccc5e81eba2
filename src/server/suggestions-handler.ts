import type { RequestHandler } from 'express';
import type { SuggestionList } from '../protocol.js';
import type { AppDependencies } from './dependencies.js';
import { readyBackend } from './ready-backend.js';

/** `GET /api/suggestions` */
export function suggestionsHandler(deps: AppDependencies): RequestHandler {
  return (_req, res) => {
    const list: SuggestionList = { suggestions: readyBackend(deps).exampleQuestions ?? [] };
    res.set('Cache-Control', 'no-cache').json(list);
  };
}
