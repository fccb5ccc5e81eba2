import { RequestFailedError } from '../../client/request-failed-error.js';

/** Why there is no answer, as far as a reader can do something about it. */
export type FailureKind =
  'unreachable' | 'refused' | 'notReady' | 'busy' | 'cut' | 'invalid' | 'server';

/** No answer came. */
export interface Failure {
  readonly kind: FailureKind;
  /** The server's code, such as `not-ready`; empty where it gave none. */
  readonly code: string;
  /** The server's own words, mostly English; empty where it said nothing. */
  readonly detail: string;
}

/** How long to look whether a server that could not be asked is there at all. */
const PROBE_MS = 5_000;

/**
 * What the client failed with comes to, for a reader.
 * @param server address without a slash at the end; `undefined` where the element has none
 */
export async function failureOf(
  error: unknown,
  server: string | undefined,
  signal: AbortSignal,
): Promise<Failure> {
  const failed = error instanceof RequestFailedError ? error : undefined;
  const { code, detail } = failed?.problem ?? { code: '', detail: '' };
  if (failed) return { kind: kindOf(code, failed.status), code, detail };
  return { kind: (await isThere(server, signal)) ? 'refused' : 'unreachable', code, detail };
}

function kindOf(code: string, status: number): FailureKind {
  if (code === 'origin-not-allowed' || code === 'host-not-allowed') return 'refused';
  if (code === 'overloaded' || status === 429) return 'busy';
  if (status === 503) return 'notReady';
  // It had begun well.
  if (status < 300) return 'cut';
  if (status >= 400 && status < 500) return 'invalid';
  return 'server';
}

/**
 * A browser does not tell a page whether a server of another origin is away or refused the page.
 * The widget's own script may be had by every page, so where that comes, the server is there.
 */
async function isThere(server: string | undefined, signal: AbortSignal): Promise<boolean> {
  if (server === undefined || new URL(server).origin === location.origin) return false;
  const script = await fetch(`${server}/widget.js`, {
    method: 'HEAD',
    cache: 'no-store',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]),
  }).catch(() => undefined);
  return script?.ok ?? false;
}
