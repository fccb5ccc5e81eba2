import express, { type Router } from 'express';
import { guardToken } from '../access/guard-token.js';
import type { AppDependencies } from '../dependencies.js';
import { onlyMethods } from '../only-methods.js';
import { readJsonBody } from '../read-json-body.js';
import { completionsHandler } from './completions-handler.js';
import { embeddingsHandler } from './embeddings-handler.js';
import { listModelsHandler, modelHandler } from './models-handler.js';

/** What clients of OpenAI's work with by the address `…/v1` alone. */
export function openAiApi(deps: AppDependencies): Router {
  const router = express.Router();
  const guard = guardToken(deps.apiToken);
  router
    .route('/v1/chat/completions')
    .post(guard, readJsonBody(), completionsHandler(deps))
    .all(onlyMethods('POST'));
  router
    .route('/v1/embeddings')
    .post(guard, readJsonBody(), embeddingsHandler(deps))
    .all(onlyMethods('POST'));
  router.route('/v1/models').get(guard, listModelsHandler(deps)).all(onlyMethods('GET'));
  router.route('/v1/models/:id').get(guard, modelHandler(deps)).all(onlyMethods('GET'));
  return router;
}
