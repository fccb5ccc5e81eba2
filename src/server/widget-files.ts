import express, { type RequestHandler, type Response, type Router } from 'express';
import { DeclarationChatError } from '../errors.js';
import { onlyMethods } from './only-methods.js';
import { MOVING_PATH, type WidgetScript } from './widget-script.js';

/** Five minutes: a new version reaches every page soon, and a reader who turns pages asks once. */
const MOVING_CACHE = 'public, max-age=300, must-revalidate';
/** The address holds the hash of what it leads to. A year is the longest that RFC 9111 knows. */
const VERSIONED_CACHE = 'public, max-age=31536000, immutable';

/**
 * The script that other sites load. It is the same for everybody, so that any page may load it and
 * check its hash.
 */
export function widgetFiles(widget: WidgetScript | undefined): Router {
  const router = express.Router();
  router
    .route(MOVING_PATH)
    .all(forEveryPage)
    .get(sender(widget, MOVING_CACHE))
    .all(onlyMethods('GET'));
  router
    .route('/widget/:version/widget.js')
    .all(forEveryPage)
    .get(onlyVersion(widget), sender(widget, VERSIONED_CACHE))
    .all(onlyMethods('GET'));
  return router;
}

const forEveryPage: RequestHandler = (_req, res, next) => {
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  next();
};

function onlyVersion(widget: WidgetScript | undefined): RequestHandler {
  return (req, _res, next) => {
    if (widget !== undefined && req.path !== widget.versionedPath) {
      throw new DeclarationChatError(
        'not-found',
        `This server has another version of the widget, at ${widget.versionedPath}. The ` +
          'home page has the line to paste.',
      );
    }
    next();
  };
}

function sender(widget: WidgetScript | undefined, cacheControl: string): RequestHandler {
  return (_req, res: Response) => {
    if (widget === undefined) {
      throw new DeclarationChatError('not-found', 'The widget was not built on this server.');
    }
    res.set('Cache-Control', cacheControl).type('text/javascript').send(widget.source);
  };
}
