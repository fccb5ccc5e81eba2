import type { PageNote } from './page-footnotes.js';
import type { Line } from './text-lines.js';

/** A line and the column that it stands in. */
export interface PlacedLine extends Line {
  /** From 0. */
  readonly page: number;
  /** The same for the lines of one column of one page. */
  readonly column: number;
  /** Where full lines of the column end. */
  readonly columnRight: number;
  readonly columnLeft: number;
  /** Points from a line to the next within paragraphs. */
  readonly leading: number;
  /** A row of a table. */
  readonly row?: true;
}

export interface PdfParagraph {
  readonly lines: readonly PlacedLine[];
  /** Set where larger type shows that it is a heading. */
  readonly headingLevel?: number;
  /** Of the page that ends in it. */
  readonly notes: readonly PageNote[];
}

/** Of the distance of lines: more stands between paragraphs. */
const PARAGRAPH_GAP = 1.3;
/** Of the size of the letters. */
const INDENT = 0.9;
const SAME_START = 0.35;
const SAME_SIZE = 0.08;
/** A line that begins with a number or a letter of a list, or the sign of a section. */
const MARKER = new RegExp(
  String.raw`^(?:([([]?)(\d{1,4}(?:\.\d{1,3}){0,4}|\p{L}|[ivxlcdm]{1,7})` +
    String.raw`([)\]]\.?(?=\s|$|\p{L})|\.(?=\s|$))|\d{1,3}(?:\.\d{1,3}){1,4}(?=\s)|` +
    String.raw`§+\s*\d|[-–—•·▪●○■*∗](?=\s)|\(\p{L}{1,3}\))`,
  'iu',
);
/** A line that ends a sentence or announces a list. */
const END = /[.:;!?。：；！？؟۔]["”’»)\]]*(?:\u0000\d+\u0000)?\s*$/u;
/** Of the width of a column: a line that leaves more was not broken by its end. */
const MUCH_ROOM = 0.25;
/** Items further back are not looked at. */
const REMEMBERED = 60;

/** Lines in reading order as paragraphs. */
export function toParagraphs(lines: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] {
  const paragraphs: PlacedLine[][] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    if (current === undefined || begins(line, { current, paragraphs })) paragraphs.push([line]);
    else current.push(line);
  }
  return paragraphs;
}

interface Before {
  readonly current: readonly PlacedLine[];
  readonly paragraphs: readonly (readonly PlacedLine[])[];
}

function begins(line: PlacedLine, { current, paragraphs }: Before): boolean {
  const before = current.at(-1);
  if (before === undefined || line.row === true || before.row === true) return true;
  if (Math.abs(line.size - before.size) > SAME_SIZE * before.size) return true;
  return line.page === before.page && line.column === before.column
    ? beginsBelow(line, { before, current, paragraphs })
    : beginsElsewhere(line, { before, current, paragraphs });
}

interface Place extends Before {
  readonly before: PlacedLine;
}

/** Under the line before, in the same column. */
function beginsBelow(line: PlacedLine, { before, current, paragraphs }: Place): boolean {
  const gap = line.y - before.y;
  if (gap > PARAGRAPH_GAP * Math.max(line.leading, line.size * 1.05) || gap < -1) return true;
  if (MARKER.test(line.text)) {
    if (!isFull(before, line) || END.test(before.text)) return true;
    // A number at the beginning of a line may belong to the sentence.
    return line.x < before.x - SAME_START * line.size || followsItem(line, paragraphs);
  }
  // What is centred may begin anywhere.
  if (isCentred(line) && isCentred(before)) return !isWideTitle(line, before);
  if (!isFull(before, line) && !goesOn(line, before)) return true;
  const hanging = current.length === 1 && (MARKER.test(before.text) || isHanging(before, line));
  return line.x - before.x > INDENT * line.size && !hanging;
}

/** Words that go on where the line before had some room for them. */
function goesOn(line: PlacedLine, before: PlacedLine): boolean {
  if (before.text.endsWith('-')) return true;
  const room = before.columnRight - before.right;
  const width = before.columnRight - before.columnLeft;
  return /^\p{Ll}/u.test(line.text) && !END.test(before.text) && room < MUCH_ROOM * width;
}

/** Whether the item before it stands above, at the same place. */
function followsItem(line: PlacedLine, paragraphs: readonly (readonly PlacedLine[])[]): boolean {
  const own = MARKER.exec(line.text);
  const [, opening, value = '', closing] = own ?? [];
  return paragraphs.slice(-REMEMBERED).some(([first]) => {
    const other = first === undefined ? undefined : MARKER.exec(first.text);
    return (
      first !== undefined &&
      other?.[1] === opening &&
      other?.[3] === closing &&
      Math.abs(first.x - line.x) <= line.size &&
      isNext(value, other?.[2] ?? '')
    );
  });
}

function isNext(value: string, before: string): boolean {
  if (/^\d+$/u.test(value)) return Number(before) + 1 === Number(value);
  if (value.length === 1 && before.length === 1) {
    return value.charCodeAt(0) === before.charCodeAt(0) + 1;
  }
  return /^[ivxlcdm]+$/iu.test(value) && /^[ivxlcdm]+$/iu.test(before) && value !== before;
}

/** At the top of the next column or page. */
function beginsElsewhere(line: PlacedLine, { before, current, paragraphs }: Place): boolean {
  if (MARKER.test(line.text)) {
    return END.test(before.text) || !isFullAlone(before) || followsItem(line, paragraphs);
  }
  if (/^\p{Ll}/u.test(line.text) || /[-\u00ad,]$/u.test(before.text)) return false;
  if (isCentred(line) || isCentred(before) || !isFullAlone(before)) return true;
  if (!END.test(before.text)) return false;
  // What goes on with an item stands where its other lines do.
  const indent = before.x - before.columnLeft;
  const hangs = current.length > 1 && indent > INDENT * line.size;
  return !(hangs && Math.abs(line.x - line.columnLeft - indent) < 2);
}

/** Whether the first word of the next line had no room on this one. */
function isFull(line: PlacedLine, next: Line): boolean {
  return line.columnRight - line.right < next.firstWord + 0.6 * line.size;
}

function isFullAlone(line: PlacedLine): boolean {
  return line.columnRight - line.right < 6 * line.size;
}

function isCentred({ x, right, columnLeft, columnRight }: PlacedLine): boolean {
  const [left, rest] = [x - columnLeft, columnRight - right];
  return left > 12 && Math.abs(left - rest) < 4;
}

/** A title of two centred lines: the first has no room for more. */
function isWideTitle(line: PlacedLine, before: PlacedLine): boolean {
  const width = before.columnRight - before.columnLeft;
  return before.right - before.x > 0.6 * width && line.y - before.y < PARAGRAPH_GAP * line.leading;
}

function isHanging(first: PlacedLine, second: PlacedLine): boolean {
  return (
    second.x - first.x < 6 * first.size &&
    /^\S{1,8}\s/u.test(first.text) &&
    first.x === first.columnLeft
  );
}
