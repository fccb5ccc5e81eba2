import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { DeclarationChatError } from '../errors.js';

/** A conversation of fifty messages at their full length fits; counted after decompression. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * Leaves the parsed JSON in `req.body`, or fails with a code of ours. The bytes are decoded here
 * and not by `express.json`, which replaces broken UTF-8 instead of refusing it.
 */
export function readJsonBody(): (RequestHandler | ErrorRequestHandler)[] {
  return [
    requireJson,
    express.raw({ type: () => true, limit: MAX_BODY_BYTES }),
    refuseTooLarge,
    parseBody,
  ];
}

function requireJson(req: Request, _res: Response, next: NextFunction): void {
  const contentType = req.headers['content-type'];
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new DeclarationChatError(
      'unsupported-media-type',
      'Send the body as JSON, with the header `Content-Type: application/json`.',
    );
  }
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new DeclarationChatError(
      'unsupported-media-type',
      'Send the body in UTF-8; no other charset is read.',
    );
  }
  next();
}

// eslint-disable-next-line max-params -- Express tells an error handler by its four parameters.
function refuseTooLarge(error: unknown, _req: Request, _res: Response, next: NextFunction): void {
  const tooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
  const message =
    `The request body is longer than ${MAX_BODY_BYTES} bytes, the most that ` +
    'is read. Send fewer or shorter messages.';
  next(tooLarge ? new DeclarationChatError('too-large', message) : error);
}

function parseBody(req: Request, _res: Response, next: NextFunction): void {
  const bytes: unknown = req.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
    throw new DeclarationChatError(
      'malformed-json',
      'The request has no body. Send a JSON object such as {"question":"…"}.',
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DeclarationChatError('malformed-json', 'The request body is not valid UTF-8.');
  }
  try {
    req.body = JSON.parse(text) as unknown;
  } catch {
    throw new DeclarationChatError('malformed-json', 'The request body is not valid JSON.');
  }
  next();
}
