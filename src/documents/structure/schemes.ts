import { alternatives } from '../../language/any-of.js';
import { INSERTED_WORDS } from '../../language/inserted.js';
import { rulesOf } from '../../language/languages.js';
import { withVowels } from '../../language/with-vowels.js';
import { HAN_NUMERALS, LETTERS } from './numerals.js';

/**
 * A way to print the number of a paragraph or a heading. Which of them a text uses, and how they
 * nest, is found by trying them against the whole of it.
 */
export interface Scheme {
  /** Numbers of one list are printed by one scheme. */
  readonly name: string;
  /** Regular expression of the number with what stands around it; group 1 is the number. */
  readonly pattern: RegExp;
  /** Stands often for something else, so that only a whole sequence shows that it numbers. */
  readonly loose?: true;
  /** May stand right behind another number on its line: `1. (a)`, `2 1°`. */
  readonly nests?: true;
}

const ARABIC = String.raw`\p{Nd}{1,4}(?:\s?(?:${INSERTED_WORDS})(?!\p{L})|[-‑]\p{Nd}{1,2}|[A-Za-z]{1,3})?`;
const COMPONENT = String.raw`\p{Nd}{1,4}`;
/** `5.10`, `A.1`, `I.2`; no amount such as `0.05`. */
const DECIMAL = String.raw`(?:${COMPONENT}|[A-Z]|[IVX]{1,5})(?:\.(?:0|[1-9]\p{Nd}{0,2}[a-z]?)){1,5}`;
const ANY_CASE = `${LETTERS}${LETTERS.toUpperCase()}`;
const LETTER = `[A-Za-z]{1,6}|[${ANY_CASE}]{1,2}|[${ANY_CASE}]\\p{Nd}`;
/** "Primera", "أولاً". */
const WORD = alternatives(
  rulesOf('parts').flatMap(({ ordinalWords = [], itemWords = [] }) => [
    ...withVowels(itemWords),
    ...ordinalWords
      .flat()
      .flatMap((word) => [`${word.charAt(0).toUpperCase()}${word.slice(1)}`, word.toUpperCase()]),
  ]),
);
const HAN = `[${HAN_NUMERALS}]{1,9}`;

/** White space or the end. */
const SPACED = String.raw`(?=\s|$)`;
/** The wording may stand close by. */
const CLOSE = String.raw`(?=\s|$|[\p{L}"“«‘(\[*_])`;
/** The same where a letter must be a capital. */
const CLOSE_CAPITAL = String.raw`(?=\s|$|[\p{Lu}\p{Lo}"“«‘(*_])`;

function scheme(
  name: string,
  source: string,
  options: Pick<Scheme, 'loose' | 'nests'> = {},
): Scheme {
  return { name, pattern: new RegExp(`^${source}`, 'u'), ...options };
}

/** In the order in which they are tried: the first that fits is the one. */
export const SCHEMES: readonly Scheme[] = [
  scheme('()', String.raw`\(\s?(${ARABIC}|${LETTER}|${HAN})\s?\)\]?[.:]?${CLOSE}`, { nests: true }),
  scheme('（）', `（\\s?(${COMPONENT}|${LETTER}|${HAN})\\s?）`, { nests: true }),
  scheme('º', String.raw`(\p{Nd}{1,3}\.?[ªº°]\.?)${CLOSE}`, { nests: true }),
  scheme('、', String.raw`(${COMPONENT}|${HAN})[、．]`),
  scheme('.', String.raw`(${DECIMAL})\\?\.?(?:${SPACED}|(?<=\.)${CLOSE_CAPITAL})`),
  scheme('.l', String.raw`(\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*\.[a-z])\.?(?=\s)`),
  scheme('.', String.raw`(${ARABIC})\\?\.\]?[-–—]?${CLOSE_CAPITAL}`),
  scheme('.', String.raw`([IVX]{1,6}[a-z])\.${SPACED}`),
  scheme('.', String.raw`([a-z]|[ivx]{2,5})\.(?=\p{Lu}\p{Ll}|\s)`, { nests: true }),
  scheme('.', String.raw`(${LETTER})\.${SPACED}`),
  scheme('.w', String.raw`(${WORD})(?:\s?[.:：][-–—]?${SPACED}|\s?[.:：]?\s?[-–—](?=\s)|$)`),
  scheme(')', String.raw`(${ARABIC}|${LETTER}|${HAN})\\?\)${CLOSE}`, { nests: true }),
  scheme('–', String.raw`(${COMPONENT})\s?[-–—](?=\s)`, { loose: true }),
  scheme('–', String.raw`([IVX]{1,7}|[${ANY_CASE}])\s?[-–—](?=\s)`, { loose: true }),
  scheme(
    ' ',
    String.raw`(\p{Nd}{1,4}[A-Z]{0,2})(?=\t|\s{2,}|\s\p{Nd}{1,2}°|\s\(1\)|\s["“«(]?[\p{Lu}\p{Lo}])`,
    { loose: true },
  ),
  scheme(' ', String.raw`(${LETTER})(?=\t|\s{2,}\S)`, { loose: true, nests: true }),
  scheme('¶', String.raw`(\p{Nd}{1,4})$`, { loose: true }),
];

/** An item whose number is left to who reads the file, as pandoc has it: `#.`, `(#)`, `#)`. */
export const COUNTED_ITEM = /^(?:\(#\)|#[.)])(?=\s+\S)/;
