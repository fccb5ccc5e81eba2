import type { RequestHandler } from 'express';
import { DeclarationChatError } from '../../errors.js';
import type { AllowedOrigins } from './allowed-origins.js';
import { isBoundName, isLoopback, parseHost } from './host-name.js';

/**
 * On this machine's own address, refuses names that anybody could have pointed here. A page of
 * evil.example whose name suddenly leads to 127.0.0.1 is, to the browser, of the same origin as
 * this server; only `Host` gives it away. A proxy on the same machine passes the public name, which
 * is then named in the allowed origins.
 */
export function guardHost(allowed: AllowedOrigins): RequestHandler {
  const names = new Set(
    allowed === 'any'
      ? []
      : allowed.filter((origin) => URL.canParse(origin)).map((origin) => new URL(origin).hostname),
  );
  return (req, _res, next) => {
    const { host } = req.headers;
    if (allowed !== 'any' && host !== undefined && isLoopback(req.socket.localAddress)) {
      const named = parseHost(host);
      if (named === undefined || !(isBoundName(named) || names.has(named.hostname))) {
        throw new DeclarationChatError(
          'host-not-allowed',
          'On this address the server answers to localhost and to IP addresses. Behind a ' +
            'proxy, its operator names the public address in ALLOWED_ORIGINS, such as ' +
            'https://chat.example.org.',
        );
      }
    }
    next();
  };
}
