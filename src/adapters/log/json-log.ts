import { pino, stdTimeFunctions, type DestinationStream } from 'pino';
import { printableLine } from '../../documents/printable-line.js';
import { LOG_FIELDS, type Log, type LogField, type LogFields } from '../../ports/log.js';
import type { LogLevel } from './console-log.js';

const STANDARD_ERROR = 2;
/** A stack is told whole, a flood of words is not. */
const MAX_VALUE_CHARACTERS = 4_000;
const NAMED: ReadonlySet<string> = new Set<LogField>(LOG_FIELDS);

/**
 * One JSON object a line, for programs that collect logs: `time`, `level`, `msg` and the fields that
 * {@link LOG_FIELDS} names. On standard error unless a destination is given.
 */
export function createJsonLog(level: LogLevel, destination?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: { service: 'declaration-chat' },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // In time, and whole, also where the process ends right after.
    destination ?? pino.destination({ fd: STANDARD_ERROR, sync: true }),
  );
  const at =
    (own: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      logger[own](named(fields), printableLine(message));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function named(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => NAMED.has(name) && value !== undefined)
      .map(([name, value]) => [
        name,
        typeof value === 'string' ? value.slice(0, MAX_VALUE_CHARACTERS).toWellFormed() : value,
      ]),
  );
}
