import type { Request } from 'express';
import type { Problem } from '../../protocol.js';

/** Whether an address is one of those that speak OpenAI's language. */
export function isOpenAiRequest({ originalUrl }: Request): boolean {
  return /^\/v1(?:\/|$|\?)/u.test(originalUrl);
}

/** A problem in OpenAI's shape, as its clients make exceptions of. */
export function openAiError({ status, title, detail, code }: Problem): {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly param: null;
    readonly code: string;
  };
} {
  const type = TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'server_error');
  return { error: { message: `${title}. ${detail}`, type, param: null, code } };
}

const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
};
