import { plainNumber, readingsOf, type Reading } from './numerals.js';
import { alternatives } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { PART_NAMES } from '../../language/part-names.js';

/** A number or letter that a paragraph or heading begins with: `22.`, `5.10`, `(a)`, `IX.`. */
export interface ItemMarker {
  /**
   * Punctuation and kind: markers of one list have one form. `5.` and `5.10` have one form as well.
   */
  readonly form: string;
  /** As printed, without its punctuation. */
  readonly number: string;
  /** `[5, 10]` for `5.10`, `[22]` for `22.`; empty for letters and roman numerals. */
  readonly tuple: readonly number[];
  readonly readings: readonly Reading[];
}

/**
 * `Article 26`, `CHAPTER I: PURPOSES`; `rest` is what follows on the line, after the punctuation.
 */
export interface KeywordMarker {
  readonly key: string;
  /** Divisions only; provisions have none. */
  readonly rank: number | undefined;
  readonly number: string;
  readonly readings: readonly Reading[];
  /** Offset in the line at which the rest begins. */
  readonly length: number;
  /**
   * Punctuation stands between the number and the rest, so that the rest need not look like a
   * title.
   */
  readonly separated: boolean;
}

const NAMES = rulesOf('parts');
const WORDS = alternatives(NAMES.flatMap(({ numberWords = [] }) => numberWords));
const FIRST = alternatives(NAMES.flatMap(({ firstNumber = [] }) => firstNumber));
const BEFORE_NUMBER = alternatives(NAMES.flatMap(({ beforeNumber = [] }) => beforeNumber));
/** Of articles that were put between others: Latin in every language. */
const INSERTED = 'bis|ter|quater';
const NUMBER =
  String.raw`(?:${FIRST}|\d{1,3}(?:\.\d{1,3})*[a-z]?(?:\s?(?:${INSERTED}))?` +
  `|[IVXLC]+|[A-Z]|(?:${WORDS}))`;
const BOLD = '(?:\\*\\*|__)';

interface Keyword {
  readonly key: string;
  readonly rank: number | undefined;
  readonly pattern: RegExp;
}

function keyword(key: string, words: string, rank?: number): Keyword {
  // The word must begin with a capital: "article 5" at the start of a wrapped line is a reference.
  return {
    key,
    rank,
    pattern: new RegExp(
      `^${BOLD}?(${words})\\.?\\s+(?:(?:${BEFORE_NUMBER})\\.?\\s*)?(${NUMBER})(?![\\p{L}\\p{N}])${BOLD}?`,
      'iu',
    ),
  };
}

const KEYWORDS: readonly Keyword[] = PART_NAMES.map(({ key, rank, words }) =>
  keyword(key, words, rank),
);

/** After the number: the end, or a separator and the rest, or white space and the rest. */
const AFTER_NUMBER = /^(?:\s*(?:[.:]|[.:]?\s*[–—-](?=\s)|[.:][–—-])(?:\*\*|__)?\s*|\s+|(?=\(|$))/u;

/** Reads `Article 26` and its kin at the beginning of a line. */
export function parseKeyword(words: string): KeywordMarker | undefined {
  if (!/^[*_]*\p{Lu}/u.test(words)) return undefined;
  for (const { key, rank, pattern } of KEYWORDS) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const number = match[2] ?? '';
    // "Title IV", "Part one" but not "Part a": a single small letter is a word.
    if (/^[a-z]$/.test(number) || /^[ivxlc]+$/.test(number)) continue;
    const after = AFTER_NUMBER.exec(words.slice(match[0].length));
    if (after === null) continue;
    const separated = /[.:–—-]/.test(after[0]) || words.length === match[0].length;
    return {
      key,
      rank,
      number: plainNumber(number),
      readings: readingsOf(number),
      length: match[0].length + after[0].length,
      separated,
    };
  }
  return undefined;
}

const DECIMAL = /^(\d{1,3}(?:\.(?:0|[1-9]\d{0,2})){1,5})\.?(?=\s|$)/;
const DOTTED = /^(\d{1,4})\.(?=\s|$|\p{Lu}|["“(*])/u;
const TABBED = /^(\d{1,3})(?=\t)/;
const SIGN = /^§{1,2}\s?(\d{1,3}(?:\.\d{1,3})*)\.?(?=\s|$)/;
const ENCLOSED_NUMBER = /^\((\d{1,3})\)(?=\s|$|\p{Lu}|["“])/u;
const CLOSED_NUMBER = /^(\d{1,3})\)(?=\s|$)/;
const ENCLOSED_LETTER = /^\(([A-Za-z]{1,5})\)(?=\s|$|["“])/;
const CLOSED_LETTER = /^([A-Za-z]{1,5})\)(?=\s|$)/;
const DOTTED_LETTER = /^([A-Za-z]{1,6})\.(?=\s|$)/;

const ARABIC: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['.', DECIMAL],
  ['.', DOTTED],
  ['.', TABBED],
  ['.', SIGN],
  ['()', ENCLOSED_NUMBER],
  [')', CLOSED_NUMBER],
];
const LETTERS: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['()', ENCLOSED_LETTER],
  [')', CLOSED_LETTER],
  ['.', DOTTED_LETTER],
];

/** Reads one item marker at the beginning of `words`, with its length in characters. */
export function parseItem(
  words: string,
): { readonly item: ItemMarker; readonly length: number } | undefined {
  if (!/^[\d(§A-Za-z]/.test(words)) return undefined;
  for (const [form, pattern] of ARABIC) {
    const match = pattern.exec(words);
    const number = match?.[1];
    if (match === null || number === undefined || /^0./.test(number)) continue;
    const tuple = number.split('.').map(Number);
    return {
      item: {
        form: `${form}1`,
        number,
        tuple,
        readings: tuple.length === 1 ? readingsOf(number) : [],
      },
      length: match[0].length,
    };
  }
  for (const [form, pattern] of LETTERS) {
    const match = pattern.exec(words);
    const number = match?.[1];
    if (match === null || number === undefined) continue;
    const readings = readingsOf(number).filter((reading) => reading.alphabet !== 'arabic');
    if (readings.length === 0) continue;
    const kind = number === number.toUpperCase() ? 'A' : 'a';
    return {
      item: { form: `${form}${kind}`, number, tuple: [], readings },
      length: match[0].length,
    };
  }
  return undefined;
}

/** Small enough for "1. (a) (i)", and a bound on what a line of nothing but markers can cost. */
const MAX_NESTED = 3;

/**
 * The item markers that stand one after the other at the beginning of a line, `1. (a)`, and the
 * offset of what follows.
 */
export function parseItems(words: string): {
  readonly items: readonly ItemMarker[];
  readonly length: number;
} {
  const items: ItemMarker[] = [];
  let length = /^(?:\*\*|__)(?=[\d(§A-Za-z])/.exec(words)?.[0].length ?? 0;
  while (items.length < MAX_NESTED) {
    const found = parseItem(words.slice(length, length + 40));
    // The markers after the first are in brackets: "1. 2. 3." is not a nested list but a row of
    // numbers.
    if (found === undefined || (items.length > 0 && !found.item.form.startsWith('()'))) break;
    items.push(found.item);
    length += found.length;
    length += /^(?:\*\*|__)?\s*/.exec(words.slice(length, length + 200))?.[0].length ?? 0;
  }
  return { items, length: items.length === 0 ? 0 : length };
}

/** A list dash or bullet with the white space after it. */
export const BULLET = /^(?:[-–—*+•·▪◦‣●○■□]|o(?=\s{2,}|\t))\s+(?=\S)/u;

/** `## Heading`, with its level. */
export const MARKDOWN_HEADING = /^(#{1,6})\s+(?=\S)/;

/** A line of ornaments: `---`, `* * *`, `=====`. */
export const RULE_LINE = /^[-*_=~#.·•–—\s]+$/u;
