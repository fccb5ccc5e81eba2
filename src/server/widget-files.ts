import { dirname } from 'node:path/posix';
import express, { type RequestHandler, type Response, type Router } from 'express';
import { DeclarationChatError } from '../errors.js';
import { onlyMethods } from './only-methods.js';
import { MORE_FILE, type WidgetScript } from './widget-script.js';

/** Five minutes: a new version reaches every page soon, and a reader who turns pages asks once. */
const MOVING_CACHE = 'public, max-age=300, must-revalidate';
/** The address holds the hash of what it leads to. A year is the longest that RFC 9111 knows. */
const VERSIONED_CACHE = 'public, max-age=31536000, immutable';

/**
 * The script that other sites load, and its second file. They are the same for everybody, so that
 * any page may load them and check their hashes.
 */
export function widgetFiles(widget: WidgetScript | undefined): Router {
  const router = express.Router();
  for (const [file, part] of [
    ['widget.js', 'source'],
    [MORE_FILE, 'more'],
  ] as const) {
    router
      .route(`/${file}`)
      .all(forEveryPage)
      .get(sender(widget?.[part], MOVING_CACHE))
      .all(onlyMethods('GET'));
    router
      .route(`/widget/:version/${file}`)
      .all(forEveryPage)
      .get(onlyVersion(widget), sender(widget?.[part], VERSIONED_CACHE))
      .all(onlyMethods('GET'));
  }
  return router;
}

const forEveryPage: RequestHandler = (_req, res, next) => {
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  next();
};

function onlyVersion(widget: WidgetScript | undefined): RequestHandler {
  return (req, _res, next) => {
    if (widget !== undefined && dirname(req.path) !== dirname(widget.versionedPath)) {
      throw new DeclarationChatError(
        'not-found',
        `This server has another version of the widget, at ${widget.versionedPath}. The ` +
          'home page has the line to paste.',
      );
    }
    next();
  };
}

function sender(file: Buffer | undefined, cacheControl: string): RequestHandler {
  return (_req, res: Response) => {
    if (file === undefined) {
      throw new DeclarationChatError('not-found', 'The widget was not built on this server.');
    }
    res.set('Cache-Control', cacheControl).type('text/javascript').send(file);
  };
}
