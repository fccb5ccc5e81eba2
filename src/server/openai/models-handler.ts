import type { RequestHandler } from 'express';
import { DeclarationChatError } from '../../errors.js';
import type { AppDependencies, ChatBackend } from '../dependencies.js';
import { readyBackend } from '../ready-backend.js';
import { CHAT_MODEL_ID } from './completion-reply.js';

interface Model {
  readonly id: string;
  readonly object: 'model';
  readonly created: number;
  readonly owned_by: string;
}

/** `GET /v1/models` */
export function listModelsHandler(deps: AppDependencies): RequestHandler {
  return (_req, res) => {
    const data = modelsOf(readyBackend(deps));
    res.set('Cache-Control', 'no-cache').json({ object: 'list', data });
  };
}

/** `GET /v1/models/{id}` */
export function modelHandler(deps: AppDependencies): RequestHandler {
  return (req, res) => {
    const model = modelsOf(readyBackend(deps)).find(({ id }) => id === req.params['id']);
    if (model === undefined) {
      throw new DeclarationChatError('unknown-model', 'GET /v1/models lists those that there are.');
    }
    res.set('Cache-Control', 'no-cache').json(model);
  };
}

function modelsOf({ embedder }: ChatBackend): Model[] {
  const ids = [CHAT_MODEL_ID, ...(embedder === undefined ? [] : [embedder.model])];
  // Clients want a date, and it means nothing here.
  return ids.map((id) => ({ id, object: 'model', created: 0, owned_by: 'declaration-chat' }));
}
