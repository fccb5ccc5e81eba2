import { readingOrder } from './columns.js';
import type { PlacedLine } from './paragraphs.js';
import { usualLeading } from './running-lines.js';
import { linesWithTables } from './tables.js';
import type { PageText } from './text-fragments.js';
import type { Line } from './text-lines.js';

/** Of fewer lines it is not seen how wide a column is. */
const MIN_LINES = 8;
/** A few lines may reach further. */
const FULL_LINES = 0.9;

/** The lines of each page in reading order, each with its column. */
export function placeLines(pages: readonly PageText[]): readonly (readonly PlacedLine[])[] {
  const columns = pages.map(({ fragments }) => readingOrder(fragments).map(linesWithTables));
  const wide = columns.flat().filter((lines) => lines.length >= MIN_LINES);
  const usual = {
    right: middle(wide.map(rightOf)),
    left: middle(wide.map(leftOf)),
    leading: middle(wide.map(usualLeading)),
  };
  let column = 0;
  return columns.map((own, page) =>
    own.flatMap((lines) => {
      column += 1;
      const few = lines.length < MIN_LINES;
      const place = {
        page,
        column,
        columnRight: few ? Math.max(rightOf(lines), usual.right ?? 0) : rightOf(lines),
        columnLeft: few ? Math.min(leftOf(lines), usual.left ?? Infinity) : leftOf(lines),
        leading: few ? (usual.leading ?? usualLeading(lines)) : usualLeading(lines),
      };
      return lines.map((line) => ({ ...line, ...place }));
    }),
  );
}

function rightOf(lines: readonly Line[]): number {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return rights[Math.ceil(rights.length * FULL_LINES) - 1] ?? 0;
}

function leftOf(lines: readonly Line[]): number {
  return Math.min(...lines.map(({ x }) => x));
}

function middle(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
