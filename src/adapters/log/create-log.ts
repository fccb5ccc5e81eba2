import type { Log } from '../../ports/log.js';
import { createConsoleLog, type LogLevel } from './console-log.js';
import { createJsonLog } from './json-log.js';

/** Lines for people, or objects for programs. */
export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export interface LogOptions {
  /** The least that is shown. */
  readonly level: LogLevel;
  readonly format: LogFormat;
}

export function createLog({ level, format }: LogOptions): Log {
  return format === 'json' ? createJsonLog(level) : createConsoleLog(level);
}
