import { printableLine } from '../../documents/printable-line.js';
import type { Log, LogFields } from '../../ports/log.js';

/** From the most to the least that is shown. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Longer values of fields are cut: a line is read at a glance, and words in it may be a visitor's. */
const MAX_VALUE_CHARACTERS = 300;

/**
 * What is of this level or above, a line each, on standard error: what a command prints is left
 * alone.
 */
export function createConsoleLog(level: LogLevel): Log {
  const at =
    (own: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
      console.error(
        [`${own}:`, printableLine(message), ...Object.entries(fields).flatMap(show)].join(' '),
      );
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function show([name, value]: [string, string | number | boolean | undefined]): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'string') return [`${name}=${value}`];
  return [`${name}=${JSON.stringify(printableLine(value, MAX_VALUE_CHARACTERS))}`];
}
