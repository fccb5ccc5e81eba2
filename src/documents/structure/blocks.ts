import type { Span } from '../../types.js';
import {
  detectLayout,
  endsTerminally,
  endsWithPause,
  startsLowerCase,
  wasFull,
  type Layout,
} from './line-layout.js';
import { contentsEntries } from './contents-list.js';
import { isBareNumber, runningHeads } from './furniture.js';
import { couldBeMarked, lineMarksOf, type LineMarks } from './line-marks.js';
import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import { readMarks, type Marks } from './read-marks.js';
import { tableRows } from './table-rows.js';
import { lettersAreCapitals, titleLook } from './title-look.js';
import { formOfTitle, isWordingOf, titledForms } from './titled-items.js';
import { isNamedPart } from '../../language/part-names.js';

/**
 * Lines that belong together: a paragraph, a heading or a line of ornaments, before it is known
 * which.
 */
export interface Block extends Span {
  readonly lines: readonly Line[];
  readonly mark: Mark;
  /** A blank line, or nothing, stands before the block and after it. */
  readonly gapBefore: boolean;
  readonly gapAfter: boolean;
}

interface OpenBlock {
  readonly lines: Line[];
  readonly mark: Mark;
  /** A heading by itself: the next line begins another block. */
  closed: boolean;
  /** Every line so far is in capitals. */
  capitals: boolean;
}

function isCapitals(line: Line): boolean {
  return titleLook(line.words) === 'capitals';
}

interface Neighbours {
  readonly block: OpenBlock | undefined;
  readonly next: Line | undefined;
  /** The line before is full in a hard-wrapped text. */
  readonly full: boolean;
}

/** A line that is no part of a running text, though no blank line need stand around it. */
function standsApart(line: Line, { block: previous, next, full }: Neighbours): boolean {
  if (isNamedPart(line.words.replace(/[*_#:]/g, '').trim()) && (line.gapBefore || !full)) {
    return next === undefined || !startsLowerCase(next.words);
  }
  // `Article 5` alone on its line, then its title alone on the next.
  const afterKeyword =
    previous?.mark.type === 'part' &&
    previous.lines.length === 1 &&
    previous.closed &&
    !line.gapBefore;
  if (afterKeyword && titleLook(line.words) !== undefined) {
    return next === undefined || next.gapBefore || !startsLowerCase(next.words);
  }
  return false;
}

/** `3. REQUIREMENTS` on a line of its own. */
function isTitleOfItem(block: OpenBlock): boolean {
  const [line] = block.lines;
  return (
    block.mark.type === 'items' &&
    block.lines.length === 1 &&
    line !== undefined &&
    titleLook(line.words.slice(block.mark.length)) === 'capitals'
  );
}

/** An unmarked line without a blank line before it: does it go on with the block? */
function continues(block: OpenBlock, line: Line, layout: Layout): boolean {
  const previous = block.lines.at(-1);
  if (previous === undefined || block.closed) return false;
  const capitals = isCapitals(line);
  // A paragraph in capitals goes on in capitals; a heading in capitals ends where they end.
  if (lettersAreCapitals(line.words)) {
    if (lettersAreCapitals(previous.words)) return true;
  } else if ((block.capitals && block.mark.type === 'none') || isTitleOfItem(block)) {
    return startsLowerCase(line.words);
  }
  if (
    (capitals || (lettersAreCapitals(line.words) && /[:：]$/u.test(line.words))) &&
    !lettersAreCapitals(previous.words)
  ) {
    return !endsTerminally(previous);
  }
  if (layout.wrapWidth !== undefined) {
    if (startsLowerCase(line.words) || wasFull(previous, line, layout)) return true;
    if (endsWithPause(previous)) return false;
    const look =
      block.lines.length === 1 && /^["“‘«(]?\p{Lu}/u.test(line.words)
        ? titleLook(previous.words)
        : undefined;
    return look === undefined || look === 'phrase';
  }
  // Chinese has no blanks at which lines would be wrapped: each paragraph of an article is a line.
  if (/\p{Script=Han}.?[。！？]["”」』）]?$/u.test(previous.words)) return false;
  return !layout.lineIsParagraph || startsLowerCase(line.words);
}

/** `1.` or `(a)` alone on its line: its wording is what follows, be it after a blank line. */
function awaitsWording(block: OpenBlock): boolean {
  const [line] = block.lines;
  return (
    block.mark.type === 'items' &&
    block.lines.length === 1 &&
    line !== undefined &&
    block.mark.length >= line.words.length
  );
}

/** `(a) Authority`, where the wording of such items stands below their titles. */
function isTitleAlone({ mark, lines }: OpenBlock, titled: ReadonlySet<string>): boolean {
  return lines.length === 1 && titled.has(formOfTitle(mark, lines[0]) ?? '');
}

/** What every line begins with, and how the text uses line ends. */
function readLayout(lines: readonly Line[]): Marks & { readonly layout: Layout } {
  const own = lines.map((line, index) => lineMarksOf(line, lines[index + 1]));
  const entries = contentsEntries(lines, own);
  const heads = runningHeads(lines, own);
  const rows = tableRows(lines, own);
  const all = own.map((marks, index): LineMarks => {
    const kind = entries.has(index)
      ? 'entry'
      : heads.has(index)
        ? 'rule'
        : (rows.get(index) ?? marks.kind);
    return { ...marks, kind };
  });
  const marksOf = new Map(lines.map((line, index) => [line, all[index]]));
  const detected = detectLayout(
    lines,
    (line) => {
      const marks = marksOf.get(line);
      return marks !== undefined && couldBeMarked(marks);
    },
    (line) => {
      const marks = marksOf.get(line);
      return marks?.part !== undefined && marks.length >= line.words.length;
    },
  );
  const markdown = all.some(({ level }) => level !== undefined);
  const layout =
    markdown && detected.wrapWidth === undefined
      ? { ...detected, lineIsParagraph: false }
      : detected;
  const { marks, sectionsNest } = readMarks(lines, all, layout);
  return { marks: withoutPageNumbers(lines, marks), sectionsNest, layout };
}

/** So many numbers alone on their lines, none of them a number of the text, are those of pages. */
const MIN_PAGE_NUMBERS = 3;

function withoutPageNumbers(lines: readonly Line[], marks: readonly Mark[]): readonly Mark[] {
  const isPageNumber = (mark: Mark, index: number): boolean => {
    const line = lines[index];
    return (
      mark.type === 'none' && mark.level === undefined && line !== undefined && isBareNumber(line)
    );
  };
  if (marks.filter(isPageNumber).length < MIN_PAGE_NUMBERS) return marks;
  return marks.map((mark, index) =>
    isPageNumber(mark, index) ? { type: 'rule', length: 0 } : mark,
  );
}

/** The block ends in the middle of a sentence, and the line goes on with it in small letters. */
function isTorn(block: OpenBlock, line: Line): boolean {
  const previous = block.lines.at(-1);
  return (
    previous !== undefined &&
    !block.closed &&
    block.mark.type !== 'rule' &&
    block.mark.type !== 'entry' &&
    startsLowerCase(line.words) &&
    /[\p{L}\p{N}]$/u.test(previous.words) &&
    !endsTerminally(previous) &&
    !lettersAreCapitals(previous.words)
  );
}

/** Puts lines together into blocks. */
export function readBlocks(
  lines: readonly Line[],
): Pick<Marks, 'sectionsNest'> & { readonly blocks: readonly Block[] } {
  const { marks, sectionsNest, layout } = readLayout(lines);
  const titled = titledForms(lines, marks);
  const open: OpenBlock[] = [];
  for (const [index, line] of lines.entries()) {
    const block = open.at(-1);
    const previous = block?.lines.at(-1);
    const full = previous !== undefined && wasFull(previous, line, layout);
    const mark = marks[index] ?? { type: 'none', length: 0 };
    const title = underlined(block, line);
    if (block !== undefined && title !== undefined) {
      open[open.length - 1] = { ...block, mark: title, closed: true };
    }
    const apart =
      mark.type === 'none' && standsApart(line, { block, next: lines[index + 1], full });
    const joins =
      block !== undefined &&
      mark.type === 'none' &&
      mark.level === undefined &&
      !apart &&
      (awaitsWording(block) ||
        (isTitleAlone(block, titled) && isWordingOf(line, mark)) ||
        (line.gapBefore ? isTorn(block, line) : continues(block, line, layout)));
    if (joins) {
      const isTitle = block.mark.type === 'items' && block.mark.heading && awaitsWording(block);
      block.lines.push(line);
      block.capitals &&= isCapitals(line);
      block.closed ||= isTitle;
    } else {
      open.push({
        lines: [line],
        mark,
        closed: apart || closes(mark, line, lines[index + 1]),
        capitals: isCapitals(line),
      });
    }
  }
  return { blocks: finish(open, lines), sectionsNest };
}

/** A line of `=` or `-` right below one line makes that a Markdown heading. */
const UNDERLINE = /^(?:=+|-{2,})$/;

function underlined(block: OpenBlock | undefined, line: Line): Mark | undefined {
  const title = block?.lines[0];
  if (
    block?.lines.length !== 1 ||
    title === undefined ||
    line.gapBefore ||
    !UNDERLINE.test(line.words)
  ) {
    return undefined;
  }
  if (
    block.mark.level !== undefined ||
    block.mark.type === 'rule' ||
    titleLook(title.words) === undefined
  ) {
    return undefined;
  }
  return { ...block.mark, level: line.words.startsWith('=') ? 1 : 2 };
}

const STANDS_ALONE: ReadonlySet<Mark['type']> = new Set(['rule', 'entry', 'head', 'row'] as const);

/** A line that nothing joins, whatever follows. */
function closes(mark: Mark, line: Line, next: Line | undefined): boolean {
  if (STANDS_ALONE.has(mark.type) || mark.level !== undefined) return true;
  if (mark.type !== 'part') return false;
  if (mark.length >= line.words.length) return true;
  // "Artículo 13. Todas las personas nacen libres⏎e iguales ante la ley": the column ends, no title.
  const goesOn = next !== undefined && !next.gapBefore && startsLowerCase(next.words);
  return !goesOn && titleLook(line.words.slice(mark.length)) !== undefined;
}

function finish(open: readonly OpenBlock[], lines: readonly Line[]): readonly Block[] {
  const followed = new Map(lines.map((line, index) => [line, lines[index + 1]]));
  return open.flatMap((block) => {
    const [first, last] = [block.lines[0], block.lines.at(-1)];
    if (first === undefined || last === undefined) return [];
    const next = followed.get(last);
    return [
      {
        start: first.start,
        end: last.end,
        lines: block.lines,
        mark: block.mark,
        gapBefore: first.gapBefore,
        gapAfter: next === undefined || next.gapBefore,
      },
    ];
  });
}
