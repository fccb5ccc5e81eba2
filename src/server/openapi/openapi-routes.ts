import express, { type Router } from 'express';
import type { AppDependencies } from '../dependencies.js';
import { onlyMethods } from '../only-methods.js';
import { apiPage } from '../pages/api-page.js';
import { sendPage } from '../pages/page-frame.js';
import { openApiDocument } from './openapi-document.js';
import { servedOperations } from './served-operations.js';

/** What programs can ask, told to programs and to those who write them. */
export function openApiRoutes(deps: AppDependencies): Router {
  const operations = servedOperations(deps);
  const document = openApiDocument(operations);
  const router = express.Router();
  router
    .route('/openapi.json')
    .get((_req, res) => {
      res.set('Cache-Control', 'no-cache').json(document);
    })
    .all(onlyMethods('GET'));
  router
    .route('/docs')
    .get((_req, res) => {
      sendPage(res.set('Cache-Control', 'no-cache'), {
        title: 'Interface for programs',
        body: apiPage(operations),
        styles: ['api.css'],
        scripts: ['api.js'],
      });
    })
    .all(onlyMethods('GET'));
  return router;
}
