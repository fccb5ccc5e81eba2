/** Why there is no answer, as far as a reader can do something about it. */
export type FailureKind =
  'unreachable' | 'refused' | 'notReady' | 'busy' | 'cut' | 'invalid' | 'server';

/**
 * No answer came. `detail` is in the server's own words, mostly English, and empty where it said
 * nothing.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: FailureKind,
    /** The server's code, such as `not-ready`, where it gave one. */
    readonly code = '',
    readonly detail = '',
  ) {
    super(detail || kind);
  }
}

/** The failure that a problem document tells of; `status` counts where the body is none. */
export function failureOf(body: unknown, status: number): Failure {
  const problem =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const told = (field: string): string =>
    typeof problem[field] === 'string' ? problem[field] : '';
  const code = told('code');
  return new Failure(
    kindOf(code, typeof problem.status === 'number' ? problem.status : status),
    code,
    told('detail'),
  );
}

function kindOf(code: string, status: number): FailureKind {
  if (code === 'origin-not-allowed' || code === 'host-not-allowed') return 'refused';
  if (code === 'overloaded' || status === 429) return 'busy';
  if (status === 503) return 'notReady';
  if (status >= 400 && status < 500) return 'invalid';
  return 'server';
}
