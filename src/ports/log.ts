/** What the operator is told. Words of visitors, texts and models in it are data, on one line. */
export interface Log {
  /** What happens with every question; seen by those who look into it. */
  debug(message: string, fields?: LogFields): void;
  /** What goes as it should. */
  info(message: string, fields?: LogFields): void;
  /** What the operator may want to mend; the service goes on. */
  warn(message: string, fields?: LogFields): void;
  /** What went wrong for somebody. */
  error(message: string, fields?: LogFields): void;
}

/**
 * All that a log may hold beside its messages: what is not named here is in none, whoever hands it
 * over. `question` is a visitor's own words, and for `debug` alone.
 */
export const LOG_FIELDS = [
  'against',
  'bytes',
  'cost',
  'end',
  'error',
  'estimated',
  'incident',
  'inputTokens',
  'method',
  'milliseconds',
  'minProbability',
  'omitted',
  'outputTokens',
  'path',
  'probability',
  'question',
  'reason',
  'replaced',
  'request',
  'status',
] as const;

export type LogField = (typeof LOG_FIELDS)[number];
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean | undefined>>>;
