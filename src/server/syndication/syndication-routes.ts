import express, { type Request, type Router } from 'express';
import { DeclarationChatError } from '../../errors.js';
import type { AppDependencies } from '../dependencies.js';
import { sendLarge } from '../large-reply.js';
import { onlyMethods } from '../only-methods.js';
import { ownAddress } from '../own-address.js';
import { readyBackend } from '../ready-backend.js';
import { feedOf } from './json-feed.js';
import { llmsText } from './llms-text.js';
import { oEmbedOf, type OEmbedRequest } from './oembed.js';

/** The texts for those who read by other programs than a browser. */
export function syndicationRoutes(deps: AppDependencies): Router {
  const router = express.Router();
  router
    .route('/feed.json')
    .get(async (req, res) => {
      const feed = await feedOf(readyBackend(deps).documents, ownAddress(req));
      sendLarge(
        res.set('Cache-Control', 'no-cache').type('application/feed+json'),
        JSON.stringify(feed),
      );
    })
    .all(onlyMethods('GET'));
  router
    .route('/llms.txt')
    .get((req, res) => {
      const text = llmsText(readyBackend(deps).documents.list(), ownAddress(req));
      res.set('Cache-Control', 'no-cache').type('text/plain').send(text);
    })
    .all(onlyMethods('GET'));
  router
    .route('/oembed')
    .get(async (req, res) => {
      const { documents } = readyBackend(deps);
      const embedded = await oEmbedOf(oEmbedRequest(req), documents, ownAddress(req));
      res.set('Cache-Control', 'no-cache').json(embedded);
    })
    .all(onlyMethods('GET'));
  // A page tells where that is had of it.
  router.use('/documents/:id', (req, res, next) => {
    const address = ownAddress(req);
    const page = encodeURIComponent(address + req.originalUrl);
    res.append(
      'Link',
      `<${address}/oembed?url=${page}>; rel="alternate"; type="application/json+oembed"`,
    );
    next();
  });
  return router;
}

/** @throws DeclarationChatError `invalid-request` */
function oEmbedRequest({ originalUrl }: Request): OEmbedRequest {
  const searchParams = new URLSearchParams(originalUrl.split('?')[1]);
  const url = searchParams.get('url');
  if (url === null) {
    throw new DeclarationChatError('invalid-request', 'url: expected the address of a text.');
  }
  if ((searchParams.get('format') ?? 'json') !== 'json') {
    throw new DeclarationChatError('invalid-request', 'format: expected "json".');
  }
  const width = Number(searchParams.get('maxwidth') ?? NaN);
  return { url, ...(Number.isInteger(width) && width > 0 ? { maxWidth: width } : {}) };
}
