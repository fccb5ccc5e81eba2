import compression from 'compression';
import type { RequestHandler } from 'express';

/** Brotli or gzip, as the client likes. Event streams go as they are: a compressor would hold words back until it has enough of them. */
export function compressReplies(): RequestHandler {
  return compression({
    filter: (req, res) => !String(res.getHeader('Content-Type')).startsWith('text/event-stream') && compression.filter(req, res),
  });
}
