/** What the operator is told. Words of visitors, texts and models in it are data, on one line. */
export interface Log {
  /** What happens with every question; seen by those who look into it. */
  debug(message: string, fields?: LogFields): void;
  /** What goes as it should. */
  info(message: string, fields?: LogFields): void;
  /** What the operator may want to mend; the service goes on. */
  warn(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
