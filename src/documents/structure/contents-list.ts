import { withoutEnd } from '../../language/end-of.js';
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
/** Fewer say nothing, but in Chinese, where a word is one or two. */
const MIN_KEY_LETTERS = 3;
const HAN = /\p{Script=Han}/u;
/** So many lines that come again later are a list of what follows. */
const MIN_ENTRIES = 5;
/** Of the lines of the list so many must come again; the others are the second lines of titles. */
const RECURRING_SHARE = 0.4;
/** Of those that do, so many must have a number; words come again in any text. */
const NUMBERED_SHARE = 0.4;
/** What a line that does not come again counts against one that does. */
const STRAY_WEIGHT = 0.3;
/** No line of a list is longer, but for a few. */
const MAX_LINE = 160;
const LONG_SHARE = 0.1;
/** So many beginnings are tried: a list of contents stands at the top. */
const MAX_TRIALS = 40;

function bare(words: string): string {
  const entry = words.slice(0, MAX_ENTRY).replace(/^#{1,6}\s*|[*_]/g, '');
  return withoutEnd(entry, /[\s.…\d]/u).toLowerCase();
}

/**
 * By which an entry and the heading that it stands for are known to be the same. A title may stand
 * below its number, though it stands behind it in the list.
 */
function keyOf(
  { words }: Line,
  { items, ...marks }: LineMarks,
  below: string | undefined,
): string | undefined {
  const bare = words.slice(marks.offset);
  // As no title need look like one here, any part will do.
  const part = parsePart(bare);
  const length = part === undefined ? marks.length : marks.offset + part.length;
  const number =
    part !== undefined ? `${part.key} ${part.number}` : items.map((item) => item.number).join(' ');
  const behind = words.slice(length);
  const titled = part !== undefined && behind === '' ? (below ?? '') : behind;
  const rest = (number === '' ? bare : titled)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
    .slice(0, part === undefined ? KEY_LETTERS : PART_KEY_LETTERS);
  const says = rest.length >= MIN_KEY_LETTERS || (part !== undefined && HAN.test(rest));
  return says || marks.kind === 'entry' ? `${number} ${rest}` : undefined;
}

/** Where each line comes again. */
class Recurrences {
  readonly #keys: readonly (string | undefined)[];
  readonly #next: (number | undefined)[];

  constructor(
    readonly lines: readonly Line[],
    readonly all: readonly LineMarks[],
  ) {
    this.#keys = lines.map((line, index) => {
      const marks = all[index];
      const below = lines[index + 1]?.words;
      return marks === undefined ? undefined : keyOf(line, marks, below);
    });
    this.#next = new Array<number | undefined>(lines.length);
    const seen = new Map<string, number>();
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      const key = this.#keys[index];
      if (key === undefined) continue;
      this.#next[index] = seen.get(key);
      seen.set(key, index);
    }
  }

  /** The next line like this one. */
  next(index: number): number | undefined {
    return this.#next[index];
  }

  comesAgain(index: number): boolean {
    return this.#next[index] !== undefined;
  }

  /** Most lines of the stretch come again, none of them as an item of a list. */
  isList(stretch: readonly number[]): boolean {
    let [recurring, numbered, long] = [0, 0, 0];
    for (const index of stretch) {
      const words = this.lines[index]?.words ?? '';
      if (this.comesAgain(index)) {
        if (/[;:]$/u.test(words)) return false;
        recurring += 1;
        if ((this.#keys[index] ?? '').charAt(0) !== ' ') numbered += 1;
      }
      if (words.length > MAX_LINE) long += 1;
    }
    return (
      recurring >= MIN_ENTRIES &&
      numbered >= recurring * NUMBERED_SHARE &&
      recurring >= stretch.length * RECURRING_SHARE &&
      long <= stretch.length * LONG_SHARE
    );
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Under a heading that says so: up to where the first entry comes again. */
function announcedEntries(recurrences: Recurrences): readonly number[] {
  const { lines, all } = recurrences;
  const from = lines.findIndex(({ words }) => isContentsHeading(bare(words))) + 1;
  if (from === 0) return [];
  // Without the text after it there was no table but a text that happens to begin with this word.
  const end = recurrences.next(from) ?? lines.length - 1;
  let to = from;
  for (; to < end; to += 1) {
    const [line, marks] = [lines[to], all[to]];
    if (line === undefined || marks === undefined || marks.level !== undefined) break;
    const entry =
      marks.kind === 'entry' ||
      recurrences.comesAgain(to) ||
      line.words.length <= marks.length ||
      titleLook(line.words.slice(marks.length)) !== undefined;
    if (!entry) return [];
  }
  return to >= lines.length - 1 ? [] : withoutFirstParts(recurrences, range(from, to));
}

/** Less the parts that hold the first entry, where the list leaves parts out. */
function withoutFirstParts(recurrences: Recurrences, list: readonly number[]): readonly number[] {
  const after = list.findLastIndex((index) => recurrences.comesAgain(index)) + 1;
  const parts = list.findIndex(
    (index, at) => at >= after && recurrences.all[index]?.part !== undefined,
  );
  return parts < 0 ? list : list.slice(0, parts);
}

/** Lines one below the other that nearly all come again later; up to where the first one does. */
function recurringEntries(recurrences: Recurrences): readonly number[] {
  let trials = 0;
  for (let from = 0; from < recurrences.lines.length && trials < MAX_TRIALS; from += 1) {
    const to = recurrences.next(from);
    if (to === undefined) continue;
    trials += 1;
    const stretch = densest(recurrences, from, to);
    if (recurrences.isList(stretch)) return stretch;
  }
  return [];
}

/** Of what stands between, the stretch in which lines come again: no preface, no preamble. */
function densest(recurrences: Recurrences, from: number, to: number): readonly number[] {
  let [best, sum, start] = [{ sum: 0, from, to }, 0, from];
  for (let index = from; index < to; index += 1) {
    sum += recurrences.comesAgain(index) ? 1 : -STRAY_WEIGHT;
    if (sum <= 0) [sum, start] = [0, index + 1];
    else if (sum > best.sum) best = { sum, from: start, to: index + 1 };
  }
  return range(best.from, best.to);
}

/**
 * The lines of a table of contents, which have the numbers of what they list but must not take its
 * labels.
 */
export function contentsEntries(
  lines: readonly Line[],
  all: readonly LineMarks[],
): ReadonlySet<number> {
  const recurrences = new Recurrences(lines, all);
  const announced = announcedEntries(recurrences);
  return new Set(announced.length > 0 ? announced : recurringEntries(recurrences));
}
