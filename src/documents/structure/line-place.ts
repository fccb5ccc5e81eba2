import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { isCounted, type ItemMarker } from './item-marker.js';
import { endsTerminally, startsLowerCase, wasFull, type Layout } from './line-layout.js';
import type { LineMarks } from './line-marks.js';
import type { Line } from './lines.js';
import { titleLook, withoutMarks, type TitleLook } from './title-look.js';

const LEADS_TO_NUMBER = anyOf(rulesOf('lines').map(({ leadsToNumber }) => leadsToNumber));
/** No title is longer. */
const MAX_TITLE = 250;
/** A title may be wrapped over so many lines. */
const MAX_TITLE_LINES = 5;

/** A line with what it may begin with, and what stands around it. */
export interface Place {
  readonly line: Line;
  readonly marks: LineMarks;
  readonly previous: Line | undefined;
  readonly before: LineMarks | undefined;
  /**
   * The lines below it, without a blank line, where they go on in small letters; before them the
   * title of a number that stands alone.
   */
  readonly sequel: readonly string[];
  /** What stands below all of these. */
  readonly next: Line | undefined;
  readonly after: LineMarks | undefined;
}

/** The places of all lines. */
export function placesOfLines(lines: readonly Line[], all: readonly LineMarks[]): readonly Place[] {
  return lines.flatMap((line, index): readonly Place[] => {
    const marks = all[index];
    if (marks === undefined) return [];
    const sequel = sequelOf(lines, all, index);
    const next = index + sequel.length + 1;
    return [
      {
        line,
        marks,
        previous: lines[index - 1],
        before: all[index - 1],
        sequel,
        next: lines[next],
        after: all[next],
      },
    ];
  });
}

function sequelOf(
  lines: readonly Line[],
  all: readonly LineMarks[],
  index: number,
): readonly string[] {
  const title = titleBelow(lines, all, index);
  const sequel = title === undefined ? [] : [title.words];
  const begin = index + 1 + sequel.length;
  const next = lines[begin];
  if (next === undefined || next.gapBefore || !goesOn(lines[begin - 1], next)) return sequel;
  for (let at = begin; sequel.length < MAX_TITLE_LINES; at += 1) {
    const [line, marks] = [lines[at], all[at]];
    if (line === undefined || marks === undefined || line.gapBefore) break;
    if (marks.kind !== 'wording' || marks.part !== undefined || marks.level !== undefined) break;
    if (marks.items.some(({ loose }) => !loose)) break;
    sequel.push(line.words);
  }
  return sequel;
}

/** In small letters, or in brackets: "Boats Act, 1965⏎(Act XIV of⏎1965)". */
function goesOn(line: Line | undefined, next: Line): boolean {
  const open = line?.words.lastIndexOf('(') ?? -1;
  const isOpen = open >= 0 && (line?.words.lastIndexOf(')') ?? -1) < open;
  return isOpen || startsLowerCase(next.words) || /^\(\p{L}{2}/u.test(next.words);
}

/** The title of a number that stands alone on its line. */
function titleBelow(
  lines: readonly Line[],
  all: readonly LineMarks[],
  index: number,
): Line | undefined {
  const [own, line, below, next] = [all[index], lines[index], all[index + 1], lines[index + 1]];
  if (own?.items.length !== 1 || own.part !== undefined || own.level !== undefined) {
    return undefined;
  }
  if (line === undefined || own.length < line.words.length) return undefined;
  const isPlain =
    below?.kind === 'wording' &&
    below.part === undefined &&
    below.level === undefined &&
    below.bullet === undefined &&
    below.items.length === 0;
  return isPlain && next !== undefined && titleLook(next.words) !== undefined ? next : undefined;
}

export function endsWithColon(line: Line | undefined): boolean {
  return line !== undefined && /[:：][–—-]?["”*_]*$/u.test(line.words);
}

/** The paragraph before ends in the middle of its sentence: "must be nominated either by". */
export function isTorn({ line, previous, before }: Place): boolean {
  return (
    previous !== undefined &&
    before?.kind === 'wording' &&
    before.level === undefined &&
    line.gapBefore &&
    previous.words.length > before.length &&
    /[\p{L}\p{N},]$/u.test(previous.words) &&
    titleLook(previous.words.slice(before.length)) === undefined
  );
}

/** What stands behind the numbers of the line. */
export function restOf({ line, marks }: Place): string {
  return line.words.slice(marks.length);
}

/** The line begins a block whatever it begins with. */
export function isStrong({ line, previous, before }: Place): boolean {
  if (line.gapBefore || previous === undefined || before === undefined) return true;
  if (before.kind !== 'wording' || before.level !== undefined) return true;
  const whole = before.length >= previous.words.length;
  const titled =
    before.part !== undefined && titleLook(previous.words.slice(before.length)) !== undefined;
  return (before.part !== undefined || before.items.length > 0) && (whole || titled);
}

/** The number is not accepted here, whatever the others are. */
export function isMidSentence(place: Place, layout: Layout): boolean {
  const { line, previous, marks } = place;
  if (previous === undefined || isStrong(place) || endsTerminally(previous)) return false;
  // "Principles⏎Article 4": the title of a chapter, be it indented to the middle of the page.
  const isAlone = marks.part !== undefined && marks.length >= line.words.length;
  if (isAlone && titleLook(previous.words) !== undefined) return false;
  return wasFull(previous, line, layout) || LEADS_TO_NUMBER.test(previous.words);
}

export function followsNext(item: ItemMarker, after: LineMarks | undefined): boolean {
  const [next] = after?.items ?? [];
  const value = item.readings[0]?.tuple.at(-1) ?? 0;
  return (
    next !== undefined &&
    (isCounted(next) ||
      (next.form === item.form && next.readings.some(({ tuple }) => tuple.at(-1) === value + 1)))
  );
}

/** A part of the text begins below, be it that of an annex. */
export function isOverDivision({ after }: Place): boolean {
  return after?.part?.rank !== undefined;
}

/** Wording stands below that is not the next of the same numbers. */
export function wordingBelow({ marks, next, after }: Place): boolean {
  if (next === undefined || after?.kind !== 'wording' || after.level !== undefined) return false;
  const [own, below] = [marks.items[0], after.items[0]];
  const isSibling =
    own !== undefined &&
    below?.form === own.form &&
    below.readings[0]?.tuple.length === own.readings[0]?.tuple.length;
  const rest = next.words.slice(after.length);
  return (
    !isSibling &&
    after.part === undefined &&
    after.bullet === undefined &&
    !startsLowerCase(rest) &&
    titleLook(rest) === undefined
  );
}

/** Wording without a number, or with a deeper one, stands below. */
export function isOver(item: ItemMarker, { next, after }: Place): boolean {
  if (next === undefined || after?.kind !== 'wording' || after.part !== undefined) return false;
  const [below] = after.items;
  return below === undefined
    ? after.bullet === undefined && !startsLowerCase(next.words)
    : (below.readings[0]?.tuple.length ?? 0) > (item.readings[0]?.tuple.length ?? 0);
}

/** The same, with the lines on which a title goes on in small letters. */
function titleOf(place: Place): string {
  return [restOf(place), ...place.sequel].join(' ');
}

export interface Looks {
  readonly look: TitleLook | undefined;
  /** "Definitions." */
  readonly dotted: boolean;
}

export function looksOf(place: Place): Looks {
  const rest = titleOf(place);
  if (rest.length > MAX_TITLE) return { look: undefined, dotted: false };
  const look = titleLook(rest);
  const bare = withoutMarks(rest);
  const dotted =
    look === undefined && /[^.]\.$/.test(bare) && titleLook(bare.slice(0, -1)) !== undefined;
  return { look, dotted };
}
