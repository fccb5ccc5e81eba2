import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Router } from 'express';
import type { Document } from '../../types.js';
import type { AppDependencies } from '../dependencies.js';
import { requestedDocument } from '../documents-handlers.js';
import { onlyMethods } from '../only-methods.js';
import { readyBackend } from '../ready-backend.js';
import { documentPage } from './document-page.js';
import type { Html } from '../../text/html.js';
import { homePage } from './home-page.js';
import { sendPage } from './layout.js';
import { problemsPage } from './problems-page.js';

/** Beside the compiled server as beside its source: the build copies it. */
const ASSETS_DIRECTORY = fileURLToPath(new URL('../public/assets/', import.meta.url));

/** What people see: the demo, the texts, and the stylesheet and script that both need. */
export function pages(deps: AppDependencies): Router {
  const router = express.Router();
  const rendered = new WeakMap<Document, Html>();
  router
    .route('/')
    .get((_req, res) => {
      const body = homePage(readyBackend(deps));
      sendPage(res.set('Cache-Control', 'no-cache'), { title: 'Ask the texts', body, styles: ['demo.css'], scripts: ['demo.js'] });
    })
    .all(onlyMethods('GET'));
  router
    .route('/documents/:id')
    .get((req, res) => {
      const document = requestedDocument(req, deps);
      const body = rendered.get(document) ?? documentPage(document);
      rendered.set(document, body);
      sendPage(res.set('Cache-Control', 'no-cache'), { title: document.title, body, styles: ['document.css'] });
    })
    .all(onlyMethods('GET'));
  router
    .route('/problems')
    .get((_req, res) => {
      sendPage(res.set('Cache-Control', 'no-cache'), { title: 'Problems', body: problemsPage(), styles: ['document.css'] });
    })
    .all(onlyMethods('GET'));
  router.use('/assets', assets());
  return router;
}

/** The files keep their names from one version to the next, so that a browser has to ask; an ETag answers. */
function assets(): RequestHandler {
  return express.static(ASSETS_DIRECTORY, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (res) => {
      res.setHeader('Cache-Control', 'no-cache');
    },
  });
}
