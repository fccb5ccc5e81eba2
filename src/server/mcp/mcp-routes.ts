import express, { type RequestHandler, type Router } from 'express';
import { guardToken } from '../access/guard-token.js';
import type { AppDependencies } from '../dependencies.js';
import { onlyMethods } from '../only-methods.js';
import { readJsonBody } from '../read-json-body.js';

/** The address of the Model Context Protocol. */
export function mcpRoutes(deps: AppDependencies): Router {
  const router = express.Router({ caseSensitive: true });
  router
    .route('/mcp')
    .post(guardToken(deps.apiToken), readJsonBody(), loadedWhenAsked(deps))
    .all(onlyMethods('POST'));
  return router;
}

/** Half a megabyte of program, which few servers are ever asked for. */
function loadedWhenAsked(deps: AppDependencies): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return async (req, res, next) => {
    loading ??= import('./mcp-handler.js').then(({ mcpHandler }) => mcpHandler(deps));
    const handle = await loading;
    await handle(req, res, next);
  };
}
