import type { Line } from './text-lines.js';

export interface PageNote {
  readonly label: string;
  readonly lines: readonly Line[];
}

export interface SplitPage<Placed extends Line> {
  readonly lines: readonly Placed[];
  readonly notes: readonly PageNote[];
  /** What goes on with the last note of the page before. */
  readonly goesOn: readonly Placed[];
}

/** Of the size of the text: notes are set in smaller type. */
const SMALLER = 0.93;
const NOTE = /^[\u0000[(]*(\d{1,3}|[*†‡§]{1,3})[\u0000\])]*[.:]?\s+(?=\S)/u;

/** Takes the footnotes off the foot of a page: the last lines of a column, in smaller type. */
export function splitFootnotes<Placed extends Line>(
  lines: readonly Placed[],
  { textSize, notesBefore }: { readonly textSize: number; readonly notesBefore: boolean },
): SplitPage<Placed> {
  let first = lines.length;
  while (first > 0 && (lines[first - 1]?.size ?? textSize) < SMALLER * textSize) first -= 1;
  const small = first;
  while (first < lines.length && !NOTE.test(lines[first]?.text ?? '')) first += 1;
  if (small === 0 || (first === lines.length && !notesBefore)) {
    return { lines, notes: [], goesOn: [] };
  }
  // Where no note can go on, what has no number is small print of another kind.
  const until = notesBefore ? small : first;
  const notes: { label: string; lines: Line[] }[] = [];
  for (const line of lines.slice(first)) {
    const label = NOTE.exec(line.text)?.[1];
    if (label !== undefined && isNext(label, notes.at(-1)?.label)) {
      notes.push({ label, lines: [{ ...line, text: line.text.replace(NOTE, '') }] });
    } else notes.at(-1)?.lines.push(line);
  }
  return { lines: lines.slice(0, until), notes, goesOn: lines.slice(until, first) };
}

/** A number at the beginning of a line may also be a note's own. */
function isNext(label: string, before: string | undefined): boolean {
  if (before === undefined || !/^\d+$/u.test(label)) return true;
  return Number(label) === Number(before) + 1;
}
