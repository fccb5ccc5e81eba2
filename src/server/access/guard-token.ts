import type { RequestHandler } from 'express';
import { DeclarationChatError } from '../../errors.js';
import { bearsToken } from './bears-token.js';

/** Lets in who bears the token of programs; everybody where none is set. */
export function guardToken(token: string | undefined): RequestHandler {
  return (req, res, next) => {
    if (token !== undefined && !bearsToken(req.headers, token)) {
      res.set('WWW-Authenticate', 'Bearer');
      throw new DeclarationChatError(
        'token-needed',
        'Send the token of API_TOKEN: `Authorization: Bearer …`, the API key of most clients.',
      );
    }
    next();
  };
}
