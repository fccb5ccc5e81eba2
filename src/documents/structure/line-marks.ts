import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { parseCited } from './cited-part.js';
import { itemsBehindTitle, parseItems, type ItemMarker } from './item-marker.js';
import type { Line } from './lines.js';
import { parsePart, type PartMarker } from './part-marker.js';
import { parseRange } from './part-range.js';
import { titleLook } from './title-look.js';
import { startsLowerCase } from './line-layout.js';

/** A list dash or bullet with the white space after it. */
const BULLET = /^(?:[-–—*+•·▪◦‣●○■□]|o(?=\s{2,}|\t))\s+(?=\S)/u;
/**
 * `## Heading`, with its level; older readers of Markdown wanted no space, where there are two
 * marks at least.
 */
const MARKDOWN_HEADING = /^(?:(#{1,6})\s+(?=\S)|(#{2,6})(?=[\p{L}\p{N}"“‘«(*_§]))/u;
/** A line of ornaments: `---`, `* * *`, `=====`. */
const RULE_LINE = /^\\?[-*_=~#.·•–—|:\s]+$/u;
/** Stars in the place of what was left out, with the mark of its note: `4* * * *`, `I * * * [ ]`. */
const OMITTED_LINE =
  /^[^\s*]{0,4}(?:\s[^\s*])?\s{0,9}(?:\*\s{0,9}){3,20}[[\]().]{0,9}(?:\s[[\]().\s]{0,20})?$/u;
/** A line of nothing but tags, a comment, or an anchor of AsciiDoc. */
const TAGS_LINE =
  /^(?:<!--(?:(?!-->).){0,500}-->|<\/?[a-z][^<>]{0,500}>|\[\[[^\][]{1,100}\]\]|\s)+$/iu;
/** "Article 1 ........ 3". */
const MAX_LEADERS = 60;
const PAGE_LEADERS = /(?:\.{4}|…{2}|(?:\. ){4})\s{0,60}\d{0,4}$/u;
/** A footnote of Markdown, below the text. */
export const FOOTNOTE = /^\[\^([^\]\s]{1,20})\]:\s/u;
const NOTE = anyOf(rulesOf('parts').flatMap(({ note }) => note ?? []));

/** All that a line may begin with, whatever stands around it. */
export interface LineMarks {
  readonly kind: 'wording' | 'rule' | 'entry' | 'note' | 'head' | 'row';
  readonly level: number | undefined;
  /** Characters before the words that the numbers stand in front of. */
  readonly offset: number;
  readonly part: PartMarker | undefined;
  readonly items: readonly ItemMarker[];
  /** From the beginning of the line to the wording behind the numbers. */
  readonly length: number;
  readonly bullet: number | undefined;
}

const NOTHING = { level: undefined, offset: 0, part: undefined, items: [], length: 0 } as const;

/** Reads what a line may begin with; `next` goes on with it where no blank line stands between. */
export function lineMarksOf({ words }: Line, next?: Line): LineMarks {
  if ((RULE_LINE.test(words) && !/^#\.\s/.test(words)) || OMITTED_LINE.test(words)) {
    return { ...NOTHING, kind: 'rule', bullet: undefined };
  }
  if (/^(?:<|\[\[)/u.test(words) && TAGS_LINE.test(words)) {
    return { ...NOTHING, kind: 'rule', bullet: undefined };
  }
  if (PAGE_LEADERS.test(words.slice(-MAX_LEADERS))) {
    return { ...NOTHING, kind: 'entry', bullet: undefined };
  }
  if (NOTE.test(words) || FOOTNOTE.test(words)) {
    return { ...NOTHING, kind: 'note', bullet: undefined };
  }
  const heading = MARKDOWN_HEADING.exec(words);
  const offset = heading?.[0].length ?? 0;
  const level = (heading?.[1] ?? heading?.[2])?.length;
  const rest = words.slice(offset);
  const part = partOf(rest);
  const bullet = heading === null ? BULLET.exec(rest)?.[0].length : undefined;
  const base = { kind: 'wording', level, offset, bullet } as const;
  if (part !== undefined) {
    const inner = parseItems(rest.slice(part.length));
    const [first] = inner.items;
    const nests =
      first?.form.startsWith('(') === true ||
      (part.separated && first?.form === '.1' && first.readings[0]?.tuple.join('.') === '1');
    const items = nests && !isReference(part, rest, inner.length) ? inner.items : [];
    const behind = items.length === 0 ? behindTitle(rest.slice(part.length), next) : [];
    return {
      ...base,
      part,
      items: [...items, ...behind],
      length: offset + part.length + (items.length > 0 ? inner.length : 0),
    };
  }
  const { items, length } = parseItems(rest);
  const isAlone = items.length === 1 && items[0]?.form === '.1';
  const behind = isAlone ? behindTitle(rest.slice(length), next) : [];
  return { ...base, part, items: [...items, ...behind], length: offset + length };
}

function behindTitle(rest: string, next: Line | undefined): readonly ItemMarker[] {
  return itemsBehindTitle(goesOnIn(next) ? `${rest} ${next.words}` : rest);
}

/** No number of its own stands at the beginning of the next line. */
function goesOnIn(next: Line | undefined): next is Line {
  return (
    next !== undefined &&
    !next.gapBefore &&
    parseItems(next.words).items.every(({ loose }) => loose) &&
    parsePart(next.words) === undefined
  );
}

/** "Article 2(4) prohibits force" is a sentence. */
function isReference(part: PartMarker, words: string, length: number): boolean {
  return (
    /\S$/.test(words.slice(0, part.length)) || startsLowerCase(words.slice(part.length + length))
  );
}

/** Named parts whose rest may stand behind the number of one. */
function partOf(words: string): PartMarker | undefined {
  const whole = parseRange(words) ?? parseCited(words);
  if (whole !== undefined) return whole;
  const part = parsePart(words);
  if (part === undefined) return undefined;
  const rest = words.slice(part.length);
  // "§ 3 (aufgehoben)"
  if (/^(?:\([^()]*\)|\[[^[\]]*\])[.;]?$/.test(rest)) return part;
  if (rest === '' || part.separated) return startsLowerCase(rest) ? undefined : part;
  const behindItems = rest.slice(parseItems(rest).length);
  if (behindItems !== rest && /\s$/.test(words.slice(0, part.length))) {
    return startsLowerCase(behindItems) ? undefined : part;
  }
  return /^["“‘«]?[\p{Lu}\p{Lo}]/u.test(rest) && titleLook(rest) !== undefined ? part : undefined;
}

/** Without looking at what stands around the line. */
export function couldBeMarked({ kind, level, part, items, bullet }: LineMarks): boolean {
  return (
    kind !== 'wording' ||
    level !== undefined ||
    part !== undefined ||
    bullet !== undefined ||
    items.some(({ loose }) => !loose)
  );
}
