import { parsePart } from '../../../documents/structure/part-marker.js';
import type { Line } from './text-lines.js';

export interface WithoutRunning<Placed extends Line> {
  /** The lines of each page. */
  readonly pages: readonly (readonly Placed[])[];
  /** The number printed on each page, where there is one. */
  readonly printed: readonly (string | undefined)[];
}

/** Lines at one height on so many pages, apart from the text, are heads or feet. */
const SHARE_OF_PAGES = 0.55;
const MIN_PAGES = 3;
/** Points: printed at the same height. */
const SAME_HEIGHT = 3;
/** Of the distance of the lines of the text: heads stand further from it. */
const APART = 1.35;
/** As many lines stand over each other at most. */
const MAX_ROUNDS = 4;
const PAGE_NUMBER = new RegExp(
  String.raw`^(?:\p{L}{1,20}\.?\s{1,9})?[-–—[(|]{0,9}\s{0,9}(\d{1,4}|[ivxlc]{1,7})` +
    String.raw`\s{0,9}[-–—\])|]{0,9}(?:\s{0,9}(?:\/|\p{L}{1,4})\s{0,9}\d{1,4})?$`,
  'iu',
);

/** Takes heads, feet and page numbers off the pages: what stands at the same place on most of them. */
export function withoutRunningLines<Placed extends Line>(
  pages: readonly (readonly Placed[])[],
): WithoutRunning<Placed> {
  let left = pages;
  const taken: Line[][] = pages.map(() => []);
  for (const edge of ['top', 'bottom'] as const) {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const running = runningAt(left, edge);
      if (running.size === 0) break;
      left = left.map((lines, i) => {
        const own = running.get(i) ?? [];
        taken[i]?.push(...own);
        return lines.filter((line) => !own.includes(line));
      });
    }
  }
  return { pages: left, printed: printedNumbers(taken) };
}

type Edge = 'top' | 'bottom';

/** The running lines next to an edge, by page. */
function runningAt(
  pages: readonly (readonly Line[])[],
  edge: Edge,
): ReadonlyMap<number, readonly Line[]> {
  const leading = usualLeading(pages.flat());
  const outermost = pages.map((lines, page) => outermostRow(lines, { page, edge, leading }));
  const filled = outermost.filter((row) => row !== undefined);
  if (filled.length < 2) return new Map();
  const running = new Map<number, readonly Line[]>();
  const titles = edge === 'top' ? titlesOf(pages[0] ?? []) : new Set<string>();
  outermost.forEach((row, i) => {
    if (row === undefined) return;
    const atHeight = filled.filter((other) => Math.abs(other.y - row.y) <= SAME_HEIGHT);
    const alike = atHeight.filter((other) => other.shape === row.shape);
    const isTitle = row.page > 0 && row.apart && titles.has(wordsOf(row.text));
    if (isTitle || isRunning(row, { pages: filled.length, atHeight, alike })) {
      running.set(i, row.lines);
    }
  });
  return running;
}

/** The title of a text stands over it, and again as the head of the pages behind the first. */
const TITLE_LINES = 3;

/** `1. Scope` and `(iv)`, but not a year. */
const BEGINS_WITH_NUMBER = /^\P{L}{0,3}(?:(?<!\d)\d{1,3}(?!\d)|[ivxlc]{1,7}[.)])/iu;

/** In the form of {@link wordsOf}. What numbers a part of the text names none. */
function titlesOf(lines: readonly Line[]): ReadonlySet<string> {
  const first = [...lines].sort((a, b) => a.y - b.y).slice(0, TITLE_LINES);
  const titles = first.filter(
    ({ text }) =>
      /\p{L}{2}/u.test(text) &&
      !BEGINS_WITH_NUMBER.test(text.trim()) &&
      parsePart(text.trim()) === undefined,
  );
  return new Set(titles.map(({ text }) => wordsOf(text)));
}

interface Row {
  /** From 0. */
  readonly page: number;
  readonly lines: readonly Line[];
  readonly text: string;
  /** The same in the heads of all pages: numbers change. */
  readonly shape: string;
  readonly y: number;
  /** Whether it stands apart from the text. */
  readonly apart: boolean;
}

function isRunning(
  row: Row,
  { pages, atHeight, alike }: { pages: number; atHeight: readonly Row[]; alike: readonly Row[] },
): boolean {
  if (countsPages(row, atHeight)) return true;
  if (pages < MIN_PAGES && row.apart && row.text.trim() === String(row.page + 1)) return true;
  if (pages < MIN_PAGES) return alike.length === pages && row.apart;
  // The first page often has none.
  const behindFirst = alike.filter(({ page, text }) => page > 0 && text === row.text);
  if (row.apart && row.page > 0 && behindFirst.length === pages - 1) return true;
  const most = Math.max(MIN_PAGES, SHARE_OF_PAGES * pages);
  if (alike.filter(({ text }) => text === row.text).length >= most) return true;
  // Heads that name the part that a page is in change with it.
  return (
    row.apart &&
    atHeight.length >= most &&
    share(atHeight, ({ apart }) => apart) >= 0.7 &&
    (alike.length >= 2 || share(atHeight, (other) => repeats(other, atHeight)) >= 0.3)
  );
}

/** Whether a number goes up with the pages, as those at its height do. */
function countsPages(row: Row, atHeight: readonly Row[]): boolean {
  const number = PAGE_NUMBER.exec(row.text)?.[1];
  if (number === undefined) return false;
  const numbered = atHeight.filter(({ text }) => PAGE_NUMBER.test(text));
  // Roman numerals stand before the first page; what is alone with its number counts nothing.
  if (!/^\d+$/u.test(number)) return numbered.length >= 2 && !/\s/u.test(row.text.trim());
  const offset = Number(number) - row.page;
  const same = numbered.filter(
    ({ text, page }) => Number(PAGE_NUMBER.exec(text)?.[1]) - page === offset,
  );
  return same.length >= 2 && same.length * 2 >= numbered.length;
}

function repeats(row: Row, rows: readonly Row[]): boolean {
  return rows.some((other) => other !== row && other.shape === row.shape);
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}

function outermostRow(
  lines: readonly Line[],
  { page, edge, leading }: { readonly page: number; readonly edge: Edge; readonly leading: number },
): Row | undefined {
  const sorted = [...lines].sort((a, b) => (edge === 'top' ? a.y - b.y : b.y - a.y));
  const [first] = sorted;
  if (first === undefined) return undefined;
  const own = sorted.filter((line) => Math.abs(line.y - first.y) <= SAME_HEIGHT);
  const next = sorted.find((line) => Math.abs(line.y - first.y) > SAME_HEIGHT);
  const text = [...own]
    .sort((a, b) => a.x - b.x)
    .map((line) => line.text)
    .join(' ');
  return {
    page,
    lines: own,
    text,
    shape: shapeOf(text),
    y: first.y,
    apart: next === undefined || Math.abs(next.y - first.y) >= APART * leading,
  };
}

/** Points from a line to the next within paragraphs. */
export function usualLeading(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => line.y - (lines[i]?.y ?? line.y))
    .filter((step) => step > 1 && step < 60)
    .sort((a, b) => a - b);
  // The lower third: paragraphs may be of one line each.
  return steps[Math.floor(steps.length / 3)] ?? 14;
}

function shapeOf(text: string): string {
  return wordsOf(text.replace(/\d+/gu, '#').replace(/\b[ivxlc]+\b/giu, '#'));
}

/** Heads are often in capitals. */
function wordsOf(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Page by page, where they count up as pages do. */
function printedNumbers(taken: readonly (readonly Line[])[]): readonly (string | undefined)[] {
  const numbers = taken.map((lines) => {
    const alone = lines
      .map(({ text }) => PAGE_NUMBER.exec(text)?.[1])
      .find((found) => found !== undefined);
    return alone?.toLowerCase();
  });
  const offsets = new Map<number, number>();
  numbers.forEach((number, i) => {
    if (number !== undefined && /^\d+$/u.test(number)) {
      offsets.set(Number(number) - i, (offsets.get(Number(number) - i) ?? 0) + 1);
    }
  });
  const [most] = [...offsets].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] < Math.max(2, numbers.length * 0.4)) {
    return numbers.map(() => undefined);
  }
  return numbers.map((number, i) => {
    const expected = i + most[0];
    if (number !== undefined && /^[ivxlc]+$/u.test(number) && expected < 1) return number;
    return expected >= 1 ? String(expected) : undefined;
  });
}
