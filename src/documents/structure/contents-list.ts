import { isContentsHeading } from '../../language/part-names.js';
import type { LineMarks } from './line-marks.js';
import type { Line } from './lines.js';
import { parsePart } from './part-marker.js';
import { titleLook } from './title-look.js';

/** No entry is longer. */
const MAX_ENTRY = 300;
/** So many letters behind its number tell one entry from another. */
const KEY_LETTERS = 14;
/** The same behind the number of a part, which tells them apart by itself. */
const PART_KEY_LETTERS = 6;
/** So many lines that come again later are a list of what follows. */
const MIN_ENTRIES = 4;
/** Lines among them that do not come again: second lines of long titles, page numbers. */
const MAX_STRAY = 2;
/** Of the lines of the list so many must come again. */
const RECURRING_SHARE = 0.6;

function bare(words: string): string {
  return words
    .slice(0, MAX_ENTRY)
    .replace(/^#{1,6}\s*|[*_]/g, '')
    .replace(/[\s.…\d]+$/u, '')
    .toLowerCase();
}

/** By which an entry and the heading that it stands for are known to be the same. */
function keyOf({ words }: Line, { items, ...marks }: LineMarks): string | undefined {
  const bare = words.slice(marks.offset);
  // As no title need look like one here, any part will do.
  const part = parsePart(bare);
  const length = part === undefined ? marks.length : marks.offset + part.length;
  const number =
    part !== undefined ? `${part.key} ${part.number}` : items.map((item) => item.number).join(' ');
  const rest = (number === '' ? bare : words.slice(length))
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
    .slice(0, part === undefined ? KEY_LETTERS : PART_KEY_LETTERS);
  return rest.length < 4 && part === undefined ? undefined : `${number} ${rest}`;
}

function looksLikeEntry({ words }: Line, marks: LineMarks): boolean {
  if (words.length > MAX_ENTRY || marks.level !== undefined) return false;
  if (marks.kind === 'entry' || words.length <= marks.length) return true;
  const rest = bare(words.slice(marks.length));
  return rest !== '' && titleLook(rest.charAt(0).toUpperCase() + rest.slice(1)) !== undefined;
}

/** Under a heading that says so: up to where the first entry comes again. */
function announcedEntries(
  lines: readonly Line[],
  all: readonly LineMarks[],
  comesAgain: (index: number) => boolean,
): readonly number[] {
  const heading = lines.findIndex(({ words }) => isContentsHeading(bare(words)));
  const first = lines[heading + 1];
  if (heading < 0 || first === undefined) return [];
  const beginning = bare(first.words);
  const entries: number[] = [];
  for (let index = heading + 1; index < lines.length; index += 1) {
    const [line, marks] = [lines[index], all[index]];
    if (line === undefined || marks === undefined || marks.level !== undefined) break;
    if (index > heading + 1 && bare(line.words) === beginning) break;
    if (!comesAgain(index) && marks.kind !== 'entry' && line.words.length > marks.length) {
      if (titleLook(line.words.slice(marks.length)) === undefined) return [];
    }
    entries.push(index);
  }
  // Without the text after it there was no table but a text that happens to begin with this word.
  return heading + entries.length + 1 >= lines.length ? [] : entries;
}

/** Lines like titles, one below the other, that nearly all come again, in their order, later. */
function recurringEntries(
  lines: readonly Line[],
  all: readonly LineMarks[],
  lastOf: (index: number) => number,
): readonly number[] {
  const comesAgain = (index: number): boolean => lastOf(index) > index;
  for (let from = 0; from < lines.length; from += 1) {
    if (!comesAgain(from) || !isEntryAt(lines, all, from)) continue;
    const { end, recurring } = runFrom(lines, all, { from, comesAgain });
    if (recurring >= MIN_ENTRIES && recurring >= (end - from) * RECURRING_SHARE) {
      // What comes again within the list itself is no text.
      if (lastOf(from) >= end)
        return Array.from({ length: end - from }, (_, index) => from + index);
    }
    from = end - 1;
  }
  return [];
}

function isEntryAt(lines: readonly Line[], all: readonly LineMarks[], index: number): boolean {
  const [line, marks] = [lines[index], all[index]];
  return line !== undefined && marks !== undefined && looksLikeEntry(line, marks);
}

function runFrom(
  lines: readonly Line[],
  all: readonly LineMarks[],
  { from, comesAgain }: { readonly from: number; readonly comesAgain: (index: number) => boolean },
): { readonly end: number; readonly recurring: number } {
  let [end, recurring, stray] = [from, 0, 0];
  for (let index = from; index < lines.length && stray <= MAX_STRAY; index += 1) {
    if (comesAgain(index) && isEntryAt(lines, all, index)) {
      recurring += 1;
      stray = 0;
      end = index + 1;
    } else stray += 1;
  }
  return { end, recurring };
}

/**
 * The lines of a table of contents, which have the numbers of what they list but must not take its
 * labels.
 */
export function contentsEntries(
  lines: readonly Line[],
  all: readonly LineMarks[],
): ReadonlySet<number> {
  const last = new Map<string, number>();
  const keys = lines.map((line, index) => {
    const marks = all[index];
    const key = marks === undefined ? undefined : keyOf(line, marks);
    if (key !== undefined) last.set(key, index);
    return key;
  });
  const lastOf = (index: number): number => last.get(keys[index] ?? '') ?? -1;
  const announced = announcedEntries(lines, all, (index) => lastOf(index) > index);
  return new Set(announced.length > 0 ? announced : recurringEntries(lines, all, lastOf));
}
