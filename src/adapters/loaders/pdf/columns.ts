import { groupByBaseline } from './text-lines.js';
import type { Fragment } from './text-fragments.js';

/** Of the size of the letters: less is a gap between words. */
const MIN_GUTTER = 0.9;
/** Parts cells, but for the widest blanks of justified lines. */
const WIDE_GAP = 1.5;
/** Each column has at least so many lines, or it is something else. */
const MIN_LINES = 6;
/** Of the width of all, and of the size of the letters: narrower ones hold numbers, not text. */
const MIN_WIDTH = 0.2;
const MIN_LETTERS = 10;
/** So many places are tried, those first at which most lines break off. */
const MAX_TRIALS = 40;
/** Of its lines so many run through to the gutter; those of a table's cells do not. */
const MIN_FILLED = 0.4;
const FILLED_FROM = 0.8;
/** Where so many of its lines stand beside one of the other side, they may be rows of a table. */
const SHARED_BASELINES = 0.8;

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
  let band: Row[] = [];
  let across: Fragment[] = [];
  const rightToLeft =
    rows.flat().filter((fragment) => fragment.rightToLeft).length * 2 > fragments.length;
  const endBand = (): void => {
    if (band.length === 0) return;
    if (areCells(band, gutter)) across.push(...band.flat());
    else {
      if (across.length > 0) parts.push(across);
      across = [];
      const sides = [({ x }: Fragment) => x < gutter, ({ x }: Fragment) => x >= gutter];
      for (const isOn of rightToLeft ? sides.reverse() : sides) {
        const side = band.flat().filter(isOn);
        if (side.length > 0) parts.push(...readingOrder(side));
      }
    }
    band = [];
  };
  for (const row of rows) {
    if (crosses(row, gutter)) {
      endBand();
      across.push(...row);
    } else band.push(row);
  }
  endBand();
  if (across.length > 0) parts.push(across);
  return parts;
}

function crosses(row: Row, gutter: number): boolean {
  return row.some(({ x, right }) => x < gutter && right > gutter);
}

/** Below or above columns: rows of a table, the right of which never stand alone, nor fill it. */
function areCells(band: readonly Row[], gutter: number): boolean {
  const { lefts, rights } = sidesOf(band, gutter);
  const both = band.filter((row) => (row[0]?.x ?? 0) < gutter && (row.at(-1)?.x ?? 0) >= gutter);
  if (both.length === 0 || both.length < rights.length) return false;
  const from = Math.min(...lefts.flat().map(({ x }) => x));
  const to = Math.max(...rights.flat().map(({ right }) => right));
  return !areColumns({ lefts, rights }, { from, to: Math.max(to, 2 * gutter - from), inner: true });
}

interface Sides {
  /** What stands left and right of the gutter, a line each: columns need not share baselines. */
  readonly lefts: readonly Row[];
  readonly rights: readonly Row[];
}

/** Where a column ends and the next begins; undefined where there is one column. */
function findGutter(rows: readonly Row[], inner = false): number | undefined {
  if (rows.length < MIN_LINES) return undefined;
  const all = rows.flat();
  const from = Math.min(...all.map(({ x }) => x));
  const to = Math.max(...all.map(({ right }) => right));
  const width = to - from;
  const places = rows
    .flatMap((row) => [...gapsOf(row), ...startsOf(row)])
    .filter((place) => isWithin(place, { from, width }));
  let best: { readonly at: number; readonly lines: number } | undefined;
  for (const at of commonest(places).slice(0, MAX_TRIALS)) {
    const sides = sidesOf(rows, at);
    const lines = Math.min(sides.lefts.length, sides.rights.length);
    const crossed = rows.filter((row) => crosses(row, at));
    if (lines < MIN_LINES || crossed.length > lines) continue;
    if (!areColumns(sides, { from, to, inner })) continue;
    if (best === undefined || lines > best.lines) best = { at, lines };
  }
  return best?.at;
}

function commonest(places: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const place of places.map((place) => Math.round(place))) {
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([place]) => place);
}

function isWithin(place: number, { from, width }: { from: number; width: number }): boolean {
  return place > from + MIN_WIDTH * width && place < from + (1 - MIN_WIDTH) * width;
}

/** The middles of what parts its words widely. */
function gapsOf(row: Row): readonly number[] {
  return row.slice(1).flatMap((fragment, i) => {
    const before = row[i];
    if (before === undefined || fragment.x - before.right < MIN_GUTTER * fragment.size) return [];
    return [(before.right + fragment.x) / 2];
  });
}

/** A hair before the first word: the line may be one of a column that has its baselines alone. */
function startsOf(row: Row): readonly number[] {
  return row.slice(0, 1).map(({ x, size }) => x - 0.5 * MIN_GUTTER * size);
}

/** Of the height on which something stands on both sides; of what may be a table its first lines. */
function sidesOf(rows: readonly Row[], at: number): Sides {
  const free = rows.filter((row) => !crosses(row, at));
  const sides = [({ x }: Fragment) => x < at, ({ x }: Fragment) => x >= at];
  const [lefts = [], rights = []] = sides.map((isOn) =>
    free.map((row) => row.filter(isOn)).filter((row) => row.length > 0),
  );
  const both = free.filter((row) => sides.every((isOn) => row.some(isOn)));
  if (both.length >= SHARED_BASELINES * Math.min(lefts.length, rights.length)) {
    const [first = [], second = []] = sides.map((isOn) => both.map((row) => row.filter(isOn)));
    return { lefts: first, rights: second };
  }
  const top = Math.max(heightOf(lefts.at(0)), heightOf(rights.at(0)));
  const bottom = Math.min(heightOf(lefts.at(-1)), heightOf(rights.at(-1)));
  const beside = (row: Row): boolean =>
    row.some(({ y, size }) => y >= top - size && y <= bottom + size);
  return { lefts: lefts.filter(beside), rights: rights.filter(beside) };
}

function heightOf(row: Row | undefined): number {
  return row?.[0]?.y ?? Number.NaN;
}

function areColumns(
  { lefts, rights }: Sides,
  { from, to, inner }: { readonly from: number; readonly to: number; readonly inner: boolean },
): boolean {
  const leftEnd = Math.max(...lefts.flat().map(({ right }) => right));
  const rightStart = Math.min(...rights.flat().map(({ x }) => x));
  const size = lefts[0]?.[0]?.size ?? 0;
  if (rightStart - leftEnd < MIN_GUTTER * 0.5 * size) return false;
  if (Math.min(leftEnd - from, to - rightStart) < MIN_LETTERS * size) return false;
  // Cells beside each other fill no column; two columns of three or four fill the place of one.
  return [
    { side: lefts, width: leftEnd - from },
    { side: rights, width: to - rightStart },
  ].every(
    ({ side, width }) =>
      share(side, (row) => widest(row) >= FILLED_FROM * width) >= MIN_FILLED ||
      (!inner && findGutter(side, true) !== undefined),
  );
}

function widest(row: Row): number {
  return Math.max(...runsOf(row).map(extent));
}

/** Its words, parted where no blank is so wide. */
function runsOf(row: Row): readonly Row[] {
  const runs: Fragment[][] = [];
  for (const fragment of row) {
    const before = runs.at(-1)?.at(-1);
    const goesOn = before !== undefined && fragment.x - before.right < WIDE_GAP * fragment.size;
    if (goesOn) runs.at(-1)?.push(fragment);
    else runs.push([fragment]);
  }
  return runs;
}

function extent(row: readonly Fragment[]): number {
  return Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ x }) => x));
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}
