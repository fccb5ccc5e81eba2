import { readingsOf, type Reading } from './numerals.js';
import { COUNTED_ITEM, SCHEMES } from './schemes.js';

/** A number or letter that a paragraph or heading begins with: `22.`, `5.10`, `(a)`, `IX.`. */
export interface ItemMarker {
  /** Name of the scheme and `1`, `A` or `a`: markers of one list have one form. */
  readonly form: string;
  /** As printed, without its punctuation; empty where the text leaves the counting to who reads. */
  readonly number: string;
  /** The likelier first. */
  readonly readings: readonly Reading[];
  readonly loose: boolean;
}

/** `#.`, `(#)`: goes on with whatever list it stands in. */
export function isCounted(item: ItemMarker): boolean {
  return item.form.startsWith('#');
}

/** No marker is longer. */
const MAX_LENGTH = 40;
/** Small enough for "1. (a) (i)", and a bound on what a line of nothing but markers can cost. */
const MAX_NESTED = 3;
const FIRST_CHARACTER = /^[\p{Nd}(（#\p{L}〇零○]/u;

/**
 * Bold marks, and the bracket that opens what an amendment put in, with the mark of its note:
 * `**1.**`, `[(2A)`, `³[(4)`.
 */
const BOLD_BEFORE = String.raw`(?:\*\*|__)(?=[\p{Nd}(（\p{L}])`;
const NOTE_MARK = String.raw`(?:['‘’"“*°†‡]{1,2}\p{Lu}?|[\p{No}\d]{1,2}\p{Lu}?)`;
const AMENDED = String.raw`${NOTE_MARK}?[\[{](?=\(\p{Nd}|\(\p{L}{1,4}\)|\p{Nd}{1,3}[A-Z]{0,2}\.)`;
/** The same where a scan has read the bracket as another stroke: `*1(2)`, `'((4)`. */
const SCANNED =
  String.raw`['‘’"“*°†‡]{1,2}(?:[1lIT|({](?=\(\p{Nd}{1,2}\)|\(\p{L}{1,3}\))` +
  String.raw`|[({T](?=\p{Nd}{1,3}[A-Z]{0,2}\.))`;
/** The mark of a note alone: `*1.Boats`, `'(c)`. */
const NOTED = String.raw`['‘’*°†‡]{1,2}(?=\(\p{Nd}|\(\p{L}{1,4}\)|\p{Nd}{1,3}[A-Z]{0,2}\.)`;
const BEFORE_MARKER = new RegExp(`^(?:${BOLD_BEFORE}|${AMENDED}|${SCANNED}|${NOTED})`, 'u');

interface Found {
  readonly item: ItemMarker;
  readonly length: number;
  readonly nests: boolean;
}

function caseOf(number: string): string {
  if (/^\p{Nd}/u.test(number)) return '1';
  return number === number.toUpperCase() || /^[IVX]+[a-z]$/.test(number) ? 'A' : 'a';
}

/** Reads one item marker at the beginning of `words`, with its length in characters. */
function parseItem(words: string): Found | undefined {
  if (!FIRST_CHARACTER.test(words)) return undefined;
  const counted = COUNTED_ITEM.exec(words);
  if (counted !== null) {
    const form = words.startsWith('#.') ? '#.' : '#';
    const item = { form, number: '', readings: [], loose: false };
    return { item, length: counted[0].length, nests: false };
  }
  for (const { name, pattern, loose = false, nests = false } of SCHEMES) {
    const match = pattern.exec(words);
    const number = match?.[1];
    if (match === null || number === undefined || number.startsWith('0')) continue;
    const readings = readingsOf(name === 'º' ? number.replace(/\D+/g, '') : number);
    if (readings.length === 0) continue;
    return {
      item: { form: `${name}${caseOf(number)}`, number, readings, loose },
      length: match[0].length,
      nests,
    };
  }
  return undefined;
}

/**
 * "Freedom of speech.—(1) All citizens", where a scan may have read another stroke for the 1, lost
 * the bracket before it, or the stop before the dash.
 */
const FIRST_BEHIND_TITLE = new RegExp(
  String.raw`^(?<title>[^—–]{3,200}?)(?<stop>[.:]["”’]?)?\s?(?:[—–]{1,2}|--|(?<![\p{L}\p{N}])-)\s?` +
    String.raw`["“'*°†‡<]{0,2}\[?\(?[1lI/]\)(?=\s|\p{Lu})`,
  'u',
);
/** "12. The court shall—(1) hear; (2) decide" is one sentence. */
const IS_TITLE = /^\p{Lu}(?!.*\(2\))/su;

/**
 * The first of the numbers below that stands behind a title; none where none does.
 * @param words of the line behind its number, and of those on which a title may go on
 */
export function itemsBehindTitle(words: string): readonly ItemMarker[] {
  const { title = '', stop } = FIRST_BEHIND_TITLE.exec(words)?.groups ?? {};
  const isTitle = title !== '' && (stop !== undefined || IS_TITLE.test(words.trimStart()));
  if (!isTitle) return [];
  return [{ form: '()1', number: '1', readings: readingsOf('1'), loose: false }];
}

/**
 * The item markers that stand one after the other at the beginning of a line, `1. (a)`, and the
 * offset of what follows. After the first, only those that nest: "1. 2. 3." is a row of numbers.
 */
export function parseItems(words: string): {
  readonly items: readonly ItemMarker[];
  readonly length: number;
} {
  const items: ItemMarker[] = [];
  let length = BEFORE_MARKER.exec(words)?.[0].length ?? 0;
  while (items.length < MAX_NESTED) {
    const found = parseItem(words.slice(length, length + MAX_LENGTH));
    if (found === undefined || (items.length > 0 && !found.nests)) break;
    items.push(found.item);
    length += found.length;
    length += /^(?:\*\*|__)?\s*/.exec(words.slice(length, length + 200))?.[0].length ?? 0;
  }
  return { items, length: items.length === 0 ? 0 : length };
}
