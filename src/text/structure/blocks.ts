import type { Span } from '../../types.js';
import { detectLayout, endsTerminally, startsLowerCase, wasFull, type Layout } from './layout.js';
import type { Line } from './lines.js';
import { MarkReader, type Mark } from './mark-reader.js';
import { titleLook } from './title-look.js';
import { NAMED_PARTS } from './vocabulary.js';

/** Lines that belong together: a paragraph, a heading or a line of ornaments, before it is known which. */
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
  /** A heading line by itself: the next line begins another block. */
  readonly closed: boolean;
  /** Every line so far is in capitals. */
  capitals: boolean;
}

function isCapitals(line: Line): boolean {
  return titleLook(line.words) === 'capitals';
}

/** A line that is no part of a running text, whatever stands around it. */
function standsApart(line: Line, next: Line | undefined, previous: OpenBlock | undefined): boolean {
  if (NAMED_PARTS.test(line.words.replace(/[*_#.:]/g, '').trim())) return true;
  // `Article 5` alone on its line, then its title alone on the next.
  const afterKeyword = previous?.mark.type === 'keyword' && previous.lines.length === 1 && previous.closed && !line.gapBefore;
  if (afterKeyword && titleLook(line.words) !== undefined) return next === undefined || next.gapBefore || !startsLowerCase(next.words);
  return false;
}

/** An unmarked line without a blank line before it: does it go on with the block? */
function continues(block: OpenBlock, line: Line, layout: Layout): boolean {
  const previous = block.lines.at(-1);
  if (previous === undefined || block.closed) return false;
  const capitals = isCapitals(line);
  if (block.capitals && block.mark.type === 'none' && !capitals) return startsLowerCase(line.words);
  if (capitals && !isCapitals(previous)) return !endsTerminally(previous);
  if (layout.wrapWidth !== undefined) {
    if (startsLowerCase(line.words) || !endsTerminally(previous)) return true;
    return wasFull(previous, line, layout);
  }
  return !layout.lineIsParagraph || startsLowerCase(line.words);
}

/** `1.` or `(a)` alone on its line: its wording is what follows, be it after a blank line. */
function awaitsWording(block: OpenBlock): boolean {
  const [line] = block.lines;
  return block.mark.type === 'items' && block.lines.length === 1 && line !== undefined && block.mark.length >= line.words.length;
}

/** Puts lines together into blocks. */
export function readBlocks(lines: readonly Line[]): readonly Block[] {
  const reader = new MarkReader(lines);
  const markdown = lines.some((line) => reader.isMarkdownHeading(line));
  const detected = detectLayout(lines, (line) => reader.couldBeMarked(line));
  const layout = markdown && detected.wrapWidth === undefined ? { ...detected, lineIsParagraph: false } : detected;
  const open: OpenBlock[] = [];
  for (const [index, line] of lines.entries()) {
    const block = open.at(-1);
    const previous = block?.lines.at(-1);
    const mark = reader.read(line, {
      strong: line.gapBefore || block === undefined || block.closed || block.mark.type === 'rule',
      previous,
      full: previous !== undefined && wasFull(previous, line, layout),
      wrapped: layout.wrapWidth !== undefined,
    });
    const apart = mark.type === 'none' && standsApart(line, lines[index + 1], block);
    const joins =
      block !== undefined && mark.type === 'none' && mark.level === undefined && !apart &&
      (awaitsWording(block) || (!line.gapBefore && continues(block, line, layout)));
    if (joins) {
      block.lines.push(line);
      block.capitals &&= isCapitals(line);
    } else open.push({ lines: [line], mark, closed: apart || closes(mark, line), capitals: isCapitals(line) });
  }
  return finish(open, lines);
}

function closes(mark: Mark, line: Line): boolean {
  if (mark.type === 'rule' || mark.level !== undefined) return true;
  return mark.type === 'keyword' && (mark.length >= line.words.length || titleLook(line.words.slice(mark.length)) !== undefined);
}

function finish(open: readonly OpenBlock[], lines: readonly Line[]): readonly Block[] {
  const followed = new Map(lines.map((line, index) => [line, lines[index + 1]]));
  return open.flatMap((block) => {
    const [first, last] = [block.lines[0], block.lines.at(-1)];
    if (first === undefined || last === undefined) return [];
    const next = followed.get(last);
    return [{ start: first.start, end: last.end, lines: block.lines, mark: block.mark, gapBefore: first.gapBefore, gapAfter: next === undefined || next.gapBefore }];
  });
}
