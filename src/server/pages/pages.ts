import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Router } from 'express';
import type { Document } from '../../types.js';
import type { AppDependencies } from '../dependencies.js';
import { documentUrl } from '../document-reply.js';
import { requestedDocument } from '../documents-handlers.js';
import { onlyMethods } from '../only-methods.js';
import { readyBackend } from '../ready-backend.js';
import { sourceHandler } from '../source-handler.js';
import { setText, type SetText } from './document-blocks.js';
import { descriptionOf, documentPage } from './document-page.js';
import { homePage } from './home-page.js';
import { sendPage } from './page-frame.js';
import { ownAddress } from '../own-address.js';
import { pageWording } from './page-wording.js';
import { problemsPage } from './problems-page.js';
import { quoteSpan } from './quote-span.js';
import { asksForAllTexts } from './text-list.js';

/** Beside the compiled server as beside its source: the build copies it. */
const ASSETS_DIRECTORY = fileURLToPath(new URL('../public/assets/', import.meta.url));

/** What people see: the demo, the texts, and the stylesheets and scripts that they need. */
export function pages(deps: AppDependencies): Router {
  const router = express.Router();
  const set = new WeakMap<Document, SetText>();
  router
    .route('/')
    .get((req, res) => {
      const { documents } = readyBackend(deps);
      const wording = pageWording(req);
      const address = ownAddress(req);
      sendPage(res.set('Cache-Control', 'no-cache').vary('Accept-Language'), {
        title: wording.title,
        body: homePage({
          documents,
          widget: deps.widget,
          address,
          wording,
          allTexts: asksForAllTexts(req.originalUrl),
        }),
        wording,
        styles: ['home.css'],
        scripts: ['home.js'],
        withWidget: deps.widget !== undefined,
      });
    })
    .all(onlyMethods('GET'));
  router
    .route('/documents/:id')
    .get(async (req, res) => {
      const { documents, sources } = readyBackend(deps);
      const document = await requestedDocument(req, deps);
      const text = set.get(document) ?? setText(document);
      set.set(document, text);
      sendPage(res.set('Cache-Control', 'no-cache'), {
        title: document.title,
        description: descriptionOf(document),
        canonical: documentUrl(document.id),
        body: documentPage(text, {
          documents,
          hasSource: sources?.has(document) === true,
          quote: quoteSpan(req.originalUrl, document.text),
        }),
        styles: ['document.css', 'contents.css'],
        scripts: ['reading-room.js'],
      });
    })
    .all(onlyMethods('GET'));
  router.route('/documents/:id/source').get(sourceHandler(deps)).all(onlyMethods('GET'));
  router
    .route('/problems')
    .get((_req, res) => {
      sendPage(res.set('Cache-Control', 'no-cache'), {
        title: 'Problems',
        body: problemsPage(),
        styles: ['document.css'],
      });
    })
    .all(onlyMethods('GET'));
  router.use('/assets', assets());
  return router;
}

/**
 * The files keep their names from one version to the next, so that a browser has to ask; an ETag
 * answers.
 */
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
