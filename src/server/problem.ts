import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { DeclarationChatError, ERROR_CODES, type ErrorCode } from '../errors.js';
import type { Problem } from '../protocol.js';

/**
 * Codes of the server's own faults whose message is written for clients; of all others only the
 * title is told.
 */
const PUBLIC_FAULTS: ReadonlySet<ErrorCode> = new Set([
  'not-ready',
  'overloaded',
  'shutting-down',
  'reload-failed',
]);

/**
 * Long enough for every detail that we write; a client's own words in it are cut here at the
 * latest.
 */
const MAX_DETAIL_CHARACTERS = 1_000;

export function problemOf(code: ErrorCode, detail: string): Problem {
  const { status, title } = ERROR_CODES[code];
  return {
    type: `/problems#${code}`,
    title,
    status,
    detail: detail.slice(0, MAX_DETAIL_CHARACTERS).toWellFormed(),
    code,
  };
}

export interface Diagnosis {
  readonly problem: Problem;
  /**
   * Present where the fault is the server's and belongs in its log; the UUID in `problem.instance`.
   */
  readonly incidentId?: string;
}

/**
 * The problem document for anything that was thrown. Only messages that were written for clients
 * are shown to them.
 */
export function diagnose(error: unknown): Diagnosis {
  const known = error instanceof DeclarationChatError ? error : knownHttpError(error);
  if (known && (ERROR_CODES[known.code].status < 500 || PUBLIC_FAULTS.has(known.code))) {
    return { problem: problemOf(known.code, known.message) };
  }
  const incidentId = randomUUID();
  const detail =
    `This is the server's own fault, not the request's. Its log has the reason ` +
    `under ${incidentId}.`;
  const problem = {
    ...problemOf(known?.code ?? 'internal', detail),
    instance: `urn:uuid:${incidentId}`,
  };
  return { problem, incidentId };
}

/**
 * Express and its body reader throw `http-errors`: a 4xx `status` says that the request is at
 * fault.
 */
function knownHttpError(error: unknown): DeclarationChatError | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') {
    return undefined;
  }
  if (error.status === 413) {
    return new DeclarationChatError('too-large', 'The request body is too large.');
  }
  if (error.status === 415) {
    return new DeclarationChatError(
      'unsupported-media-type',
      'The content encoding is not one that this server reads: send gzip, deflate, br or none.',
    );
  }
  if (error.status >= 400 && error.status < 500) {
    return new DeclarationChatError(
      'invalid-request',
      'The request cannot be read: its address, encoding or length is broken.',
    );
  }
  return undefined;
}

/** @param body in the place of the problem document, for clients that know another shape */
export function sendProblem(res: Response, problem: Problem, body?: unknown): void {
  res.status(problem.status).set('Cache-Control', 'no-store');
  if (problem.status === 503) res.set('Retry-After', '2');
  if (body !== undefined) res.json(body);
  else res.type('application/problem+json').send(JSON.stringify(problem));
}
