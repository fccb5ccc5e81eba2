import type { Problem } from '../protocol.js';
import { isObject, isText } from './is-whole.js';

/** The server refused a request, or failed at it, or its reply broke off. */
export class RequestFailedError extends Error {
  override readonly name = 'RequestFailedError';

  constructor(
    /** HTTP status; of a reply that broke off, the one that it began with. */
    readonly status: number,
    /** What the server said was wrong; absent where something else replied in its place. */
    readonly problem?: Problem,
    options?: ErrorOptions,
  ) {
    super(
      problem ? `${problem.title}. ${problem.detail}` : `No whole reply, HTTP status ${status}`,
      options,
    );
  }
}

/** What was wrong, by what came in the place of a reply. */
export function requestFailure(status: number, body: unknown): RequestFailedError {
  return isProblem(body)
    ? new RequestFailedError(body.status, body)
    : new RequestFailedError(status);
}

function isProblem(value: unknown): value is Problem {
  if (!isObject(value)) return false;
  const { code, title, detail, status } = value;
  return [code, title, detail].every(isText) && Number.isInteger(status);
}
