import { startsLowerCase } from './line-layout.js';
import type { LineMarks } from './line-marks.js';
import type { Line } from './lines.js';

/** Page and line numbers: `12`, `- 12 -`, `3/20`, `xii`. */
const BARE_NUMBER =
  /^[-–—[(]?\s{0,9}(?:\d{1,4}|[ivxl]{1,6})\s{0,9}[-–—\])]?(?:\s{0,9}\/\s{0,9}\d{1,4})?$/iu;
/** Fewer are no habit of the text. */
const MIN_TIMES = 3;
const MAX_LENGTH = 90;

/** A number alone on its line, as pages and lines are numbered. */
export function isBareNumber({ words }: Line): boolean {
  return words.length <= 16 && BARE_NUMBER.test(words);
}

/**
 * Heads and feet of pages: the same words, but for their numbers, again and again, and the heading
 * of a part that is printed once more on the next page.
 */
export function runningHeads(
  lines: readonly Line[],
  all: readonly LineMarks[],
): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  const heads = new Set<number>();
  const lastOfKey = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const marks = all[index];
    if (marks === undefined || marks.kind !== 'wording' || marks.level !== undefined) continue;
    const { words } = line;
    if (marks.part !== undefined) {
      const whole = words.toLowerCase();
      if (words.length > marks.length && lastOfKey.get(marks.part.key) === whole) heads.add(index);
      lastOfKey.set(marks.part.key, whole);
    } else if (words.length <= MAX_LENGTH && marks.items.every(({ loose }) => loose)) {
      const key = words.toLowerCase().replace(/\d+/g, '#');
      if (/\p{L}{3}/u.test(key) && /\d|\p{Lu}/u.test(words)) {
        const found = places.get(key);
        if (found === undefined) places.set(key, [index]);
        else found.push(index);
      }
    }
  }
  for (const found of places.values()) {
    if (found.length < MIN_TIMES || !isRegular(found, lines)) continue;
    if (found.some((at) => opensSentence(lines, all, at))) continue;
    for (const at of found) heads.add(at);
  }
  return heads;
}

/** Words that an article begins with and goes on from: no page is turned in between. */
function opensSentence(lines: readonly Line[], all: readonly LineMarks[], at: number): boolean {
  const [before, marks, next] = [lines[at - 1], all[at - 1], lines[at + 1]];
  const isBelowPart =
    marks?.part !== undefined && before !== undefined && marks.length >= before.words.length;
  return isBelowPart && next !== undefined && !next.gapBefore && startsLowerCase(next.words);
}

/** Pages are of like length; what is repeated by a list or in every article is not spaced so. */
function isRegular(places: readonly number[], lines: readonly Line[]): boolean {
  const steps = places.slice(1).map((place, index) => {
    const [from, to] = [lines[places[index] ?? 0], lines[place]];
    return (to?.start ?? 0) - (from?.start ?? 0);
  });
  const sorted = [...steps].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const near = steps.filter((step) => step > median * 0.5 && step < median * 2.5).length;
  return median > 600 && near >= steps.length * 0.7;
}
