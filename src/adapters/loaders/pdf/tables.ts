import type { Fragment } from './text-fragments.js';
import { groupByBaseline, mainSize, toLine, type Line } from './text-lines.js';

/** Of the size of the letters: no blank between words is so wide. */
const CELL_GAP = 1.5;
/** What parts cells where it is known that a column begins. */
const KNOWN_GAP = 0.4;
/** Points: cells below each other begin at one place. */
const SAME_START = 3;
const MIN_ROWS = 3;
/** Of the size of its letters. */
const SMALLEST = 0.9;
/** Of the rows with cells. */
const SHARE_OF_ROWS = 0.4;
/** Lines of which a row may consist. */
const MAX_LINES_BETWEEN = 8;
const MARKER = /^(?:[([]?[\p{L}\p{N}.]{1,8}[)\].]+|\d{1,4}\p{L}?|§+|[-–—•·▪●○■*∗])$/u;

type Row = readonly Fragment[];

interface Table {
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
  /** Where its columns begin. */
  readonly columns: readonly number[];
}

/** The lines of a column of a page, a row of a table in it as one line: `cell | cell`. */
export function linesWithTables(
  fragments: readonly Fragment[],
): readonly (Line & { readonly row?: true })[] {
  const rows = groupByBaseline(fragments);
  const lines: (Line & { readonly row?: true })[] = [];
  let at = 0;
  for (const table of findTables(rows)) {
    lines.push(...rows.slice(at, table.from).map(toLine));
    lines.push(...tableRows(rows.slice(table.from, table.to), table.columns));
    at = table.to;
  }
  lines.push(...rows.slice(at).map(toLine));
  return lines.filter(({ text }) => text !== '');
}

function findTables(rows: readonly Row[]): readonly Table[] {
  const tables: Table[] = [];
  const seeds = rows.flatMap((row, i) => (isSeed(row) ? [i] : []));
  let group: number[] = [];
  const end = (): void => {
    tables.push(...tablesOf(group, rows));
    group = [];
  };
  let starts: readonly number[] = [];
  for (const seed of seeds) {
    const last = group.at(-1);
    const own = wideCells(rows[seed]).map((cell) => cell[0]?.x ?? 0);
    const alike = own.filter((x) => isStart(x, starts)).length;
    if (last !== undefined && (seed - last > MAX_LINES_BETWEEN || alike < 2)) end();
    starts = group.length === 0 ? own : [...starts, ...own];
    group.push(seed);
  }
  end();
  return tables;
}

function isSeed(row: Row): boolean {
  const cells = wideCells(row);
  // A number and the text behind it are a paragraph.
  return cells.length > 2 || (cells.length === 2 && !MARKER.test(words(cells[0] ?? [])));
}

/** Parted where no blank between words is so wide. */
function wideCells(row: Row = []): readonly Row[] {
  return splitAt(row, ({ x, size }, before) => x - before.right >= CELL_GAP * size);
}

/** The longest table, and those above and below it. */
function tablesOf(seeds: readonly number[], rows: readonly Row[]): readonly Table[] {
  const table = tableOf(seeds, rows);
  if (table === undefined) return [];
  const above = tablesOf(
    seeds.filter((seed) => seed < table.from),
    rows,
  );
  const below = tablesOf(
    seeds.filter((seed) => seed >= table.to),
    rows,
  );
  return [...above, table, ...below];
}

function tableOf(seeds: readonly number[], rows: readonly Row[]): Table | undefined {
  if (seeds.length < MIN_ROWS) return undefined;
  const cells = seeds.flatMap((seed) => wideCells(rows[seed]));
  const columns = commonStarts(
    cells.map((cell) => cell[0]?.x ?? 0),
    Math.max(MIN_ROWS, SHARE_OF_ROWS * seeds.length),
  );
  if (columns.length < 2) return undefined;
  const size = mainSize(seeds.flatMap((seed) => rows[seed] ?? []));
  const fits = (row: Row | undefined): boolean =>
    row !== undefined &&
    // Notes below a table are printed smaller.
    mainSize(row) >= SMALLEST * size &&
    cellsOf(row, columns).every((cell) => isStart(cell[0]?.x ?? 0, columns));
  let from = seeds[0] ?? 0;
  let to = from;
  // The longest run of rows that fit.
  for (let i = seeds[0] ?? 0; i <= (seeds.at(-1) ?? -1); i += 1) {
    if (!fits(rows[i])) continue;
    let end = i;
    while (fits(rows[end])) end += 1;
    if (end - i > to - from) [from, to] = [i, end];
    i = end;
  }
  const own = rows.slice(from, to).map((row) => cellsOf(row, columns));
  if (to - from < MIN_ROWS || isContents(own)) return undefined;
  return { from: areHeads(rows[from - 1], columns) ? from - 1 : from, to, columns };
}

/** Whether a line above a table has one head over each column, where the heads are centred. */
function areHeads(row: Row | undefined, columns: readonly number[]): boolean {
  const cells = wideCells(row);
  return (
    cells.length === columns.length &&
    cells.every((cell, i) => {
      const next = columns[i + 1] ?? Infinity;
      return (cell[0]?.x ?? 0) >= (columns[i] ?? 0) && (cell.at(-1)?.right ?? 0) <= next;
    })
  );
}

/** A list of contents: titles and the numbers of pages. */
function isContents(rows: readonly (readonly Row[])[]): boolean {
  const several = rows.filter((cells) => cells.length > 1);
  if (several.some((cells) => cells.length > 2)) return false;
  const numbered = several.filter((cells) =>
    /^[.\s·…]*[\divxlc]+$/iu.test(words(cells.at(-1) ?? [])),
  );
  return numbered.length > 0.7 * several.length;
}

function commonStarts(starts: readonly number[], least: number): readonly number[] {
  const groups: { x: number; count: number }[] = [];
  for (const start of starts) {
    const group = groups.find(({ x }) => Math.abs(x - start) <= SAME_START);
    if (group === undefined) groups.push({ x: start, count: 1 });
    else group.count += 1;
  }
  return groups
    .filter(({ count }) => count >= least)
    .map(({ x }) => x)
    .sort((a, b) => a - b);
}

function isStart(x: number, columns: readonly number[]): boolean {
  return columns.some((column) => Math.abs(column - x) <= SAME_START);
}

function cellsOf(row: Row, columns: readonly number[]): readonly Row[] {
  return splitAt(
    row,
    (fragment, before) =>
      fragment.x - before.right >= CELL_GAP * fragment.size ||
      (isStart(fragment.x, columns) && fragment.x - before.right >= KNOWN_GAP * fragment.size),
  );
}

/** Lines as rows: what begins in the first column begins a row, unless it only goes on. */
function tableRows(
  lines: readonly Row[],
  columns: readonly number[],
): readonly (Line & { row: true })[] {
  const rows: { cells: string[]; lines: Line[] }[] = [];
  for (const line of lines) {
    const cells = cellsOf(line, columns);
    const first = Math.abs((cells[0]?.[0]?.x ?? 0) - (columns[0] ?? 0)) <= SAME_START;
    const goesOn = !first || (cells.length === 1 && rows.length > 0);
    let row = rows.at(-1);
    if (row === undefined || !goesOn) {
      row = { cells: columns.map(() => ''), lines: [] };
      rows.push(row);
    }
    row.lines.push(toLine(line));
    for (const cell of cells) {
      const x = cell[0]?.x ?? 0;
      const at = columns.findLastIndex((column) => column <= x + SAME_START);
      const before = row.cells[Math.max(at, 0)] ?? '';
      row.cells[Math.max(at, 0)] = `${before} ${toLine(cell).text}`.trim();
    }
  }
  return rows.flatMap(({ cells, lines: own }) => {
    const [first] = own;
    return first === undefined ? [] : [{ ...first, text: cells.join(' | '), row: true as const }];
  });
}

function splitAt(
  row: Row,
  parts: (fragment: Fragment, before: Fragment) => boolean,
): readonly Row[] {
  const cells: Fragment[][] = [];
  for (const fragment of row) {
    const before = cells.at(-1)?.at(-1);
    if (before === undefined || parts(fragment, before)) cells.push([fragment]);
    else cells.at(-1)?.push(fragment);
  }
  return cells;
}

function words(cell: Row): string {
  return cell
    .map(({ text }) => text)
    .join(' ')
    .trim();
}
