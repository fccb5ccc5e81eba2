import type { Problem } from '../protocol.js';

/** The server refused a request, or failed at it. */
export class RequestFailedError extends Error {
  override readonly name = 'RequestFailedError';

  constructor(
    /** HTTP status of the reply. */
    readonly status: number,
    /** What the server said was wrong; absent where something else replied in its place. */
    readonly problem?: Problem,
  ) {
    super(problem === undefined ? `HTTP status ${status}` : `${problem.title}. ${problem.detail}`);
  }
}

/** What was wrong, out of a reply that is not as it should be. */
export async function failureOf(response: Response): Promise<RequestFailedError> {
  const body: unknown = await response.json().catch(() => undefined);
  return new RequestFailedError(response.status, isProblem(body) ? body : undefined);
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'detail' in value &&
    'title' in value
  );
}
