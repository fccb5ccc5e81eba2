import { alternatives } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import type { Line } from './lines.js';

/** How a text uses line ends inside its blocks (a block is what stands between blank lines). */
export interface Layout {
  /** Columns at which the text is hard-wrapped; absent where it is not. */
  readonly wrapWidth: number | undefined;
  /** Columns from which a line counts as full. */
  readonly fullFrom: number;
  /** Every line is a paragraph of its own. */
  readonly lineIsParagraph: boolean;
}

/** Terminals and pages wrap at 60 to 132 columns; a longer line is a paragraph. */
const MAX_WRAP_WIDTH = 140;
/**
 * Proportional fonts wrap raggedly: a line counts as full from this share of the width at least.
 */
const FULL_SHARE = 0.65;
/**
 * Of the line ends inside blocks, how many must be at full lines for the text to count as wrapped.
 */
const WRAPPED_SHARE = 0.6;
/** Fewer line ends than this show no habit. */
const MIN_EVIDENCE = 3;

const CLOSERS = `["”’»)\\]*_]*`;
const LAST_ITEM = alternatives(rulesOf('lines').flatMap(({ lastItem }) => lastItem));
const TERMINAL = new RegExp(`[.;:!?…]${CLOSERS}$|[,;]\\s+(?:${LAST_ITEM})$`, 'u');
const PAUSE = new RegExp(`[.,;:!?…]${CLOSERS}$`, 'u');

/** The line ends as a sentence, a clause of a list or an introduction does. */
export function endsTerminally(line: Line): boolean {
  return TERMINAL.test(line.words);
}

/** The same, or with a comma. */
export function endsWithPause(line: Line): boolean {
  return PAUSE.test(line.words);
}

export function startsLowerCase(words: string): boolean {
  return /^["“‘«(]*\p{Ll}/u.test(words);
}

/** Columns that the previous line would have had with the first word of this one. */
function filled(previous: Line, line: Line): number {
  const word = line.words.search(/\s/);
  return previous.indent + previous.words.length + 1 + (word < 0 ? line.words.length : word);
}

/** The first word of the line would not have fitted on the one before. */
export function wasFull(previous: Line, line: Line, layout: Layout): boolean {
  return layout.wrapWidth !== undefined && filled(previous, line) >= layout.fullFrom;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Learns the layout from the places where one unmarked line follows another without a blank line.
 */
export function detectLayout(
  lines: readonly Line[],
  isMarked: (line: Line) => boolean,
  standsAlone: (line: Line) => boolean,
): Layout {
  const widths: number[] = [];
  const fills: number[] = [];
  /** Where the next line goes on in small letters, the line before was surely full. */
  const surelyFull: number[] = [];
  let separate = 0;
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous === undefined || line.gapBefore || isMarked(line) || standsAlone(previous)) {
      continue;
    }
    widths.push(previous.indent + previous.words.length);
    fills.push(filled(previous, line));
    if (startsLowerCase(line.words)) surelyFull.push(filled(previous, line));
    else if (endsWithPause(previous)) separate += 1;
  }
  const width = quantile(widths, 0.9);
  const fullFrom = Math.max(width * FULL_SHARE, quantile(surelyFull, 0.05));
  const full = fills.filter((columns) => columns >= fullFrom).length;
  const isWrapped =
    widths.length >= MIN_EVIDENCE &&
    width <= MAX_WRAP_WIDTH &&
    full >= fills.length * WRAPPED_SHARE &&
    separate < fills.length * WRAPPED_SHARE;
  return {
    wrapWidth: isWrapped ? width : undefined,
    fullFrom,
    lineIsParagraph: !isWrapped && widths.length > 0 && separate * 2 >= widths.length,
  };
}
