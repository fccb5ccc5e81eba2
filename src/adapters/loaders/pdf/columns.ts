import { groupByBaseline } from './text-lines.js';
import type { Fragment } from './text-fragments.js';

/** Of the size of the letters: less is a gap between words. */
const MIN_GUTTER = 0.9;
/** Each column has at least so many lines, or it is something else. */
const MIN_LINES = 6;
/** Of the width of all: narrower ones hold numbers, not text. */
const MIN_WIDTH = 0.2;
/** Of its lines so many run through to the gutter; those of a table's cells do not. */
const MIN_FILLED = 0.4;
const FILLED_FROM = 0.8;

type Row = readonly Fragment[];

/**
 * The columns of a page in reading order. What runs over all of them parts what stands above from
 * what stands below.
 */
export function readingOrder(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const rows = groupByBaseline(fragments);
  const gutter = findGutter(rows);
  if (gutter === undefined) return [rows.flat()];
  const parts: (readonly Fragment[])[] = [];
  let left: Fragment[] = [];
  let right: Fragment[] = [];
  let across: Fragment[] = [];
  const endBand = (): void => {
    if (left.length > 0) parts.push(...readingOrder(left));
    if (right.length > 0) parts.push(...readingOrder(right));
    left = [];
    right = [];
  };
  const rightToLeft =
    rows.flat().filter((fragment) => fragment.rightToLeft).length * 2 > fragments.length;
  for (const row of rows) {
    if (row.some(({ x, right: end }) => x < gutter && end > gutter)) {
      endBand();
      across.push(...row);
      continue;
    }
    if (across.length > 0) parts.push(across);
    across = [];
    const [before, after] = rightToLeft ? [right, left] : [left, right];
    before.push(...row.filter(({ x }) => x < gutter));
    after.push(...row.filter(({ x }) => x >= gutter));
  }
  endBand();
  if (across.length > 0) parts.push(across);
  return parts;
}

/** Where a column ends and the next begins; undefined where there is one column. */
function findGutter(rows: readonly Row[]): number | undefined {
  if (rows.length < MIN_LINES) return undefined;
  const all = rows.flat();
  const from = Math.min(...all.map(({ x }) => x));
  const to = Math.max(...all.map(({ right }) => right));
  const width = to - from;
  const gaps = rows
    .flatMap((row) => gapsOf(row))
    .filter(({ middle }) => isWithin(middle, { from, width }));
  const candidates = [...new Set(gaps.map(({ middle }) => Math.round(middle)))];
  let best: { readonly at: number; readonly lines: number } | undefined;
  for (const at of candidates.slice(0, 200)) {
    const lines = rows.filter(
      (row) => row.some(({ x }) => x >= at) && row.some(({ right }) => right <= at),
    );
    const crossed = rows.filter((row) => row.some(({ x, right }) => x < at && right > at));
    if (lines.length < MIN_LINES || crossed.length > lines.length) continue;
    if (!areColumns(lines, { at, from, to })) continue;
    if (best === undefined || lines.length > best.lines) best = { at, lines: lines.length };
  }
  return best?.at;
}

function isWithin(middle: number, { from, width }: { from: number; width: number }): boolean {
  return middle > from + MIN_WIDTH * width && middle < from + (1 - MIN_WIDTH) * width;
}

function gapsOf(row: Row): readonly { readonly middle: number }[] {
  return row.slice(1).flatMap((fragment, i) => {
    const before = row[i];
    if (before === undefined || fragment.x - before.right < MIN_GUTTER * fragment.size) return [];
    return [{ middle: (before.right + fragment.x) / 2 }];
  });
}

function areColumns(
  lines: readonly Row[],
  { at, from, to }: { readonly at: number; readonly from: number; readonly to: number },
): boolean {
  const side = (row: Row, isLeft: boolean): readonly Fragment[] =>
    row.filter(({ x }) => (isLeft ? x < at : x >= at));
  const lefts = lines.map((row) => side(row, true));
  const rights = lines.map((row) => side(row, false));
  const leftEnd = Math.max(...lefts.flat().map(({ right }) => right));
  const rightStart = Math.min(...rights.flat().map(({ x }) => x));
  if (rightStart - leftEnd < MIN_GUTTER * 0.5) return false;
  return (
    share(lefts, (row) => extent(row) >= FILLED_FROM * (leftEnd - from)) >= MIN_FILLED &&
    share(rights, (row) => extent(row) >= FILLED_FROM * (to - rightStart)) >= MIN_FILLED
  );
}

function extent(row: readonly Fragment[]): number {
  return Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ x }) => x));
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}
