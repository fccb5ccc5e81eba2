import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Pages load nothing but the server's own files, run no inline script and stand in nobody's frame.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Transport security belongs to whoever ends TLS in front of this server; here it would bind
    // localhost.
    strictTransportSecurity: false,
    // Ignored, with a warning in the console, on every plain-http address but localhost.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: 'deny' },
  });
}
