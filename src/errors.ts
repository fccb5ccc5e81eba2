/**
 * The one registry of error codes. `status` is the HTTP status of the problem document, where the
 * error can reach a client; the others end a command.
 */
export const ERROR_CODES = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'malformed-json': { status: 400, title: 'The request body is not JSON' },
  'token-needed': { status: 401, title: 'The token is missing or wrong' },
  'origin-not-allowed': { status: 403, title: 'This origin may not call this server' },
  'host-not-allowed': { status: 403, title: 'The server does not answer to this name' },
  'not-allowed': { status: 403, title: 'This is not for you' },
  'unknown-document': { status: 404, title: 'No such document' },
  'unknown-paragraph': { status: 404, title: 'No such paragraph' },
  'unknown-model': { status: 404, title: 'No such model' },
  'unknown-reply': { status: 404, title: 'No such reply' },
  'not-found': { status: 404, title: 'No such address' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'unsupported-media-type': { status: 415, title: 'The request body must be JSON' },
  'too-large': { status: 413, title: 'The request is too large' },
  'rate-limited': { status: 429, title: 'Too many questions from here' },
  'not-ready': { status: 503, title: 'The index is not loaded yet' },
  overloaded: { status: 503, title: 'The server is busy' },
  'shutting-down': { status: 503, title: 'The server is shutting down' },
  'reload-failed': { status: 500, title: 'The index was not brought up to date' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  'invalid-arguments': { status: 500, title: 'The command was called with unusable arguments' },
  'invalid-configuration': { status: 500, title: 'The configuration is not usable' },
  'unreadable-corpus': { status: 500, title: 'The corpus cannot be read' },
  'unreadable-document': { status: 500, title: 'A document cannot be read' },
  'index-missing': { status: 503, title: 'There is no index' },
  'index-mismatch': { status: 503, title: 'The index does not fit' },
  'index-corrupt': { status: 503, title: 'The index is damaged' },
  'index-unwritable': { status: 500, title: 'The index cannot be written' },
  'corpus-unwritable': { status: 500, title: 'The corpus folder cannot be written' },
  'chat-model-failed': { status: 502, title: 'The chat model did not answer' },
  'database-unavailable': { status: 503, title: 'The database cannot be used now' },
  'model-unavailable': { status: 503, title: 'The embedding model cannot be loaded' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * A broken promise, with its code; the message says what happened, with which value, and what to
 * do.
 */
export class DeclarationChatError extends Error {
  override readonly name = 'DeclarationChatError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}
