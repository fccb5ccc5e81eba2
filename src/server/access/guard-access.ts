import type { RequestHandler } from 'express';
import { DeclarationChatError } from '../../errors.js';
import { bearsToken } from './bears-token.js';

/** What tells nothing of the texts: whether the server lives, for whoever watches over it. */
const OPEN: ReadonlySet<string> = new Set(['/livez', '/readyz']);
/** Has a token of its own, or is for this machine alone. */
const ADMIN = /^\/admin\//u;
/** May have a token of their own. */
const FOR_PROGRAMS = /^\/(?:v1|mcp)(?:\/|$)/u;

export interface AccessTokens {
  readonly accessToken?: string | undefined;
  readonly apiToken?: string | undefined;
}

/** Lets in who has the token; everybody where none is set. A browser asks a person for it. */
export function guardAccess({ accessToken: token, apiToken }: AccessTokens): RequestHandler {
  return (req, res, next) => {
    const isFree =
      OPEN.has(req.path) ||
      ADMIN.test(req.path) ||
      (apiToken !== undefined && FOR_PROGRAMS.test(req.path));
    if (token !== undefined && !isFree && !bearsToken(req.headers, token)) {
      res.set('WWW-Authenticate', 'Basic realm="declaration-chat", charset="UTF-8", Bearer');
      throw new DeclarationChatError(
        'token-needed',
        'This server wants its token: `Authorization: Bearer …`, or as the password in a browser. ' +
          'Its operator has it.',
      );
    }
    next();
  };
}
