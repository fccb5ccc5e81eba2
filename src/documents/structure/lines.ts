import type { Span } from '../../types.js';

/** One line that is not blank. The span and `words` are without the white space around them. */
export interface Line extends Span {
  readonly words: string;
  /** Columns of white space before the words; a tab counts four. */
  readonly indent: number;
  /** A blank line stands before this one, or nothing does. */
  readonly gapBefore: boolean;
}

/** Line ends of every system; the two Unicode ones too, as copied web pages hold them. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

function columns(white: string): number {
  let count = 0;
  for (const character of white) count += character === '\t' ? 4 : 1;
  return count;
}

/** The lines of a text that hold something, in order. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gapBefore = true;
  const read = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const words = raw.trim();
    if (words === '') {
      gapBefore = true;
      return;
    }
    const lead = raw.length - raw.trimStart().length;
    const start = from + lead;
    lines.push({
      start,
      end: start + words.length,
      words,
      indent: columns(raw.slice(0, lead)),
      gapBefore,
    });
    gapBefore = false;
  };
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    read(from, match.index);
    from = match.index + match[0].length;
  }
  read(from, text.length);
  return lines;
}
