import type { ErrorCode } from '../errors.js';

/** What a command prints with `--json` in the place of what it was asked for. */
export interface JsonFailure {
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

/**
 * Whether a call asks for JSON. What is wrong with its arguments is said as JSON too, so that this is
 * known before they are read.
 */
export function asksForJson(given: readonly string[]): boolean {
  const end = given.indexOf('--');
  return given.slice(0, end < 0 ? undefined : end).includes('--json');
}

/** The one value of a command, for people to look at as well. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, undefined, 2));
}

export function jsonFailure(code: ErrorCode, message: string): JsonFailure {
  return { error: { code, message } };
}
