import { isContentsHeading, isNamedPart } from '../language/part-names.js';
import { saysWhenAdopted } from './structure/adoption-line.js';
import { isBareNumber } from './structure/furniture.js';
import { parseItems } from './structure/item-marker.js';
import { startsLowerCase } from './structure/line-layout.js';
import { readLines, type Line } from './structure/lines.js';
import { parsePart } from './structure/part-marker.js';
import { lettersAreCapitals, titleLook, withoutMarks } from './structure/title-look.js';

/** A title stands at the top of a text, if anywhere. */
const TOP = 20_000;
const MAX_LINES = 40;
/** Lines in capitals one below the other are one title, if it is no longer. */
const MAX_JOINED = 150;
/** Lists begin with no larger number, years do. */
const MAX_ITEM = 999;

const MARKDOWN_HEADING = /^#{1,6}(?=\s+\S|[\p{L}\p{N}])/u;
const DAY = String.raw`\p{Nd}{1,2}(?:\p{L}{2}|[º.])?`;
const DATE =
  String.raw`${DAY}\s(?:\p{L}{2}\s)?\p{L}{3,12}\.?,?\s(?:\p{L}{2,3}\s)?\p{Nd}{4}|\p{L}{3,12}\s${DAY},?\s\p{Nd}{4}` +
  String.raw`|\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}|\p{Nd}{4}\s?年\s?\p{Nd}{1,2}\s?月(?:\s?\p{Nd}{1,2}\s?日)?`;
/** "Rivertown, 12 March 2019", "le 3 mai 2020": a day, and where it was. */
const DATE_LINE = new RegExp(
  String.raw`^(?:[\p{L}\s-]{2,40},\s*)?(?:\p{L}{2,3}\s)?(?:${DATE})(?:\s?\p{L}{1,5}\.?)?\P{L}*$`,
  'u',
);

/**
 * The title block of a text, one line; undefined where it has none: an excerpt begins with an
 * article, a page with its head. The first sentence is a title where nothing else is.
 */
export function titleOfText(text: string): string | undefined {
  const lines = readLines(text.slice(0, TOP)).slice(0, MAX_LINES);
  const heading = lines.find(({ words }) => MARKDOWN_HEADING.test(words));
  if (heading !== undefined && isTitle(heading, text)) return withoutMarks(heading.words);
  const top = lines.findIndex((line) => !isSetAside(line, text));
  const first = lines[top];
  if (first === undefined) return undefined;
  if (isTitle(first, text)) return joined(lines.slice(top), text);
  return isDivided(first) && !isTitledDivision(first) ? undefined : first.words;
}

/** What may stand above the title and is none. */
function isSetAside(line: Line, text: string): boolean {
  const { words } = line;
  return (
    !/\p{L}{2}|\p{Lo}/u.test(words) ||
    words.startsWith('<') ||
    isBareNumber(line) ||
    saysWhenAdopted(withoutMarks(words)) ||
    DATE_LINE.test(withoutMarks(words)) ||
    /^[([（].*[)\]）]$/u.test(words) ||
    isPageHead(words, text)
  );
}

/** A line with a number that comes again with another one. */
function isPageHead(words: string, text: string): boolean {
  if (!/\p{Nd}/u.test(words)) return false;
  const longest = words
    .split(/\p{Nd}+/u)
    .reduce((best, part) => (part.length > best.length ? part : best), '')
    .trim();
  return longest.length > 8 && text.split(longest, 4).length > 3;
}

/** A part of the text begins here, or a paragraph with its number. */
function isDivided({ words }: Line): boolean {
  const bare = withoutMarks(words);
  const [item] = parseItems(bare).items;
  const isItem =
    item !== undefined &&
    /^\P{L}|^\p{L}{1,6}[.)]/u.test(bare) &&
    (item.readings[0]?.tuple[0] ?? 0) <= MAX_ITEM;
  const name = bare.replace(/[.:]$/u, '');
  return isItem || parsePart(bare) !== undefined || isNamedPart(name) || isContentsHeading(name);
}

/** "TITLE 42—PUBLIC HEALTH" names what stands below; "PART II" and "Article 4" do not. */
function isTitledDivision({ words }: Line): boolean {
  const bare = withoutMarks(words);
  const part = parsePart(bare);
  return part?.rank !== undefined && titleLook(bare.slice(part.length)) !== undefined;
}

function isTitle(line: Line, text: string): boolean {
  if (isSetAside(line, text) || isDivided(line)) return false;
  const bare = withoutMarks(line.words);
  return MARKDOWN_HEADING.test(line.words) || titleLook(bare) !== undefined;
}

/**
 * A title goes on over lines that begin in small letters, and over lines in capitals; a line apart
 * right above a part of the text is its heading.
 */
function joined(lines: readonly Line[], text: string): string {
  let title = '';
  for (const [index, line] of lines.entries()) {
    const bare = withoutMarks(line.words);
    const next = lines[index + 1];
    const isHeading = line.gapBefore && next !== undefined && isDivided(next);
    const goesOn = startsLowerCase(bare)
      ? !line.gapBefore
      : lettersAreCapitals(title) && lettersAreCapitals(bare) && isTitle(line, text) && !isHeading;
    if (title !== '' && (!goesOn || title.length + bare.length > MAX_JOINED)) break;
    title = `${title} ${bare}`.trim();
  }
  return title;
}
