import { Router, type Request, type RequestHandler, type Response } from 'express';
import { guardAdmin } from './access/guard-admin.js';
import type { AppDependencies } from './dependencies.js';
import { onlyMethods } from './only-methods.js';
import { readyBackend } from './ready-backend.js';
import { reloadHandler } from './reload-handler.js';

/** For whoever watches the process. */
export function operatorRoutes(deps: AppDependencies): Router {
  const { metrics, reload, adminToken } = deps;
  const router = Router({ caseSensitive: true });
  router.route('/livez').get(live).all(onlyMethods('GET'));
  router.route('/readyz').get(ready(deps)).all(onlyMethods('GET'));
  if (metrics !== undefined) {
    router.route('/metrics').get(metrics.handler()).all(onlyMethods('GET'));
  }
  if (reload !== undefined) {
    router
      .route('/admin/reload')
      .post(guardAdmin(adminToken), reloadHandler(deps, reload))
      .all(onlyMethods('POST'));
  }
  return router;
}

function live(_req: Request, res: Response): void {
  res.set('Cache-Control', 'no-store').json({ status: 'alive' });
}

function ready(deps: AppDependencies): RequestHandler {
  return (_req, res) => {
    readyBackend(deps);
    res.set('Cache-Control', 'no-store').json({ status: 'ready', ...deps.readiness?.() });
  };
}
