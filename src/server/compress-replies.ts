import { constants } from 'node:zlib';
import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * One above the package's own 4, at which the widget came out larger than by gzip; 100 kB take some
 * 3 ms.
 */
const BROTLI_QUALITY = 5;

/**
 * Brotli or gzip, as the client likes. Event streams go as they are: a compressor would hold words
 * back until it has enough of them.
 */
export function compressReplies(): RequestHandler {
  return compression({
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    filter: (req, res) =>
      !String(res.getHeader('Content-Type')).startsWith('text/event-stream') &&
      compression.filter(req, res),
  });
}
