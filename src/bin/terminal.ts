import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';

/** Lines are no longer than one reads with ease, however wide the terminal. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 20;

/** How a result is put on the screen, or into a pipe. */
export interface Terminal {
  /** Columns to wrap at; where absent lines are as long as they are, as programs want them. */
  readonly width?: number;
  /** Whether escape sequences may set words apart. */
  readonly styled: boolean;
}

/** What a stream can show: nothing but words where it is no terminal. */
export function terminalOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  if (stream.isTTY !== true) return { styled: false };
  // Some say that they have none.
  const columns = stream.columns || MAX_WIDTH;
  return {
    width: Math.max(MIN_WIDTH, Math.min(columns, MAX_WIDTH)),
    // https://no-color.org; a dumb terminal prints escapes as they are.
    styled: (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb',
  };
}

export function bold(text: string, { styled }: Terminal): string {
  return styled ? styleText('bold', text, { validateStream: false }) : text;
}

export function dim(text: string, { styled }: Terminal): string {
  return styled ? styleText('dim', text, { validateStream: false }) : text;
}

/** Markdown's emphasis, as the terminal shows it. */
export function emphasised(line: string, terminal: Terminal): string {
  return line.replace(/\*\*(?=\S)([^*]{1,200}?)\*\*/gu, (_, words: string) =>
    bold(words, terminal),
  );
}

/** Wrapped behind a margin, which stands before every line. */
export function wrapped(line: string, { width }: Terminal, margin = ''): string {
  if (width === undefined) return margin + line;
  return wrapAnsi(line, width - margin.length)
    .split('\n')
    .map((part) => margin + part)
    .join('\n');
}
