import { alternatives } from '../../language/any-of.js';
import { INSERTED_WORDS, insertedPlace } from '../../language/inserted.js';
import { rulesOf } from '../../language/languages.js';
import { PART_NAMES } from '../../language/part-names.js';
import { HAN_NUMERALS, plainNumber, readingsOf, type Reading } from './numerals.js';

/**
 * `Article 26`, `CHAPTER I: PURPOSES`, `第三条`, `§ 60-100`: a part that is named, with its number.
 */
export interface PartMarker {
  /** `article`, `chapter`, …; `sign` for `§`. */
  readonly key: string;
  /** Divisions only; provisions have none. */
  readonly rank: number | undefined;
  /** What it is called, as printed; empty for `§` and where the number stands before its name. */
  readonly name: string;
  /** As it is cited. */
  readonly number: string;
  readonly readings: readonly Reading[];
  /** The last number that it stands for: "Articles 4 to 24 (repealed)". */
  readonly through?: Reading | undefined;
  /** Offset in the line at which the rest begins. */
  readonly length: number;
  /**
   * Punctuation stands between the number and the rest, so that the rest need not look like a
   * title.
   */
  readonly separated: boolean;
}

const NAMES = rulesOf('parts');
const FIRST = alternatives(NAMES.flatMap(({ firstNumber = [] }) => firstNumber));
const ORDINALS = alternatives(NAMES.flatMap(({ ordinalWords = [] }) => ordinalWords.flat()));
const WORDS = alternatives([ORDINALS, ...NAMES.flatMap(({ numberWords = [] }) => numberWords)]);
const DETERMINERS = alternatives(NAMES.flatMap(({ determiners = [] }) => determiners));
const BEFORE_INSERTED = alternatives(NAMES.flatMap(({ beforeInserted }) => beforeInserted ?? []));
const BEFORE_NUMBER = alternatives(NAMES.flatMap(({ beforeNumber = [] }) => beforeNumber));
const LATIN = `(?:${INSERTED_WORDS})`;
const ARABIC =
  String.raw`\p{Nd}{1,4}(?:\.\p{Nd}{1,3})*(?:[-‑]\p{Nd}{1,3}|[-‑]?[a-z]{1,2}(?!\p{L}))?` +
  String.raw`(?:[\s-]?${LATIN})?`;
/** Of a code whose parts have letters: `L111-1`, `R*. 121-3`. */
const CODE = String.raw`[A-Z]\*?\.?\s?\p{Nd}{1,4}(?:[-‑]\p{Nd}{1,3})+`;
/** `ITI`, `[I`, `1I`: a scan has read other strokes for the I. */
const SCANNED_ROMAN = String.raw`(?=[VX1lT|!\[\]]*I)[VXI1lT|!\[\]]{2,5}(?![\p{L}\p{N}])`;
const ROMAN = String.raw`[IVXLC]+(?:[-‑]?[A-Z])?(?:\s${LATIN})?`;
const NUMBER = `(?:${FIRST}|${CODE}|${ARABIC}|${ROMAN}(?![\\p{L}\\p{N}])|${SCANNED_ROMAN}|[A-Z]|(?:${WORDS}))`;
const BOLD = '(?:\\*\\*|__)';

const NOTE_MARK = String.raw`(?:['‘’"“*°†‡!]{1,2}|[\p{No}\d]{1,2})`;
/**
 * What an amendment put in opens with, `1[PART IXA`: a bracket with the mark of its note. A scan may
 * have read the bracket as another stroke, or lost it: `'TELEVENTH SCHEDULE`, `3PART IVA`.
 */
const AMENDED = new RegExp(
  String.raw`^(?:${NOTE_MARK}?\[(?=\p{Lu})|${NOTE_MARK}[TIl1|({]?(?=\p{Lu}{4,}\s))`,
  'u',
);

/** A name with its number at the beginning of a line. */
interface NumberedName {
  readonly length: number;
  readonly number: string;
  readonly name: string;
  /** A sign says that it is an ordinal, `Art. 1º`: the wording may stand right behind. */
  readonly ordinal?: boolean;
}

interface NamedScheme {
  readonly key: string;
  readonly rank: number | undefined;
  readonly match: (line: string) => NumberedName | undefined;
  /** The words stand close to the number, and say by themselves that it is none of a sentence. */
  readonly plain: boolean;
}

/** Brackets that pair enclose the number: what is missing of a pair may be a stroke of it. */
const ENCLOSED_NUMBER = String.raw`\[[IVXLC\p{Nd}]{1,7}`;
/** The number behind a name; one pattern for all names, since it takes long to compile. */
const NUMBER_BEHIND = new RegExp(
  String.raw`(?:(?:${BEFORE_NUMBER})\.?\s*)?(?:\(|(?=${ENCLOSED_NUMBER}\])\[)?(${NUMBER})` +
    String.raw`(?:\)|(?<=${ENCLOSED_NUMBER})\])?(?<ordinal>\.?[ºª°])?(?![\p{L}\p{N}])${BOLD}?`,
  'iuy',
);

function named(key: string, words: string, rank?: number): NamedScheme {
  const name = new RegExp(String.raw`^${BOLD}?(${words})\.?\s+`, 'iu');
  return {
    key,
    rank,
    match: (line) => {
      const before = name.exec(line);
      if (before === null) return undefined;
      NUMBER_BEHIND.lastIndex = before[0].length;
      const behind = NUMBER_BEHIND.exec(line);
      return behind === null
        ? undefined
        : {
            length: NUMBER_BEHIND.lastIndex,
            number: behind[1] ?? '',
            name: before[1] ?? '',
            ordinal: behind.groups?.['ordinal'] !== undefined,
          };
    },
    plain: false,
  };
}

/** "SECOND SCHEDULE", "Erster Teil": an ordinal before the name, with nothing but a title behind. */
function counted({ key, rank, words }: (typeof PART_NAMES)[number]): readonly NamedScheme[] {
  if (rank === undefined && key !== 'amendment') return [];
  const pattern = new RegExp(
    String.raw`^${BOLD}?(?:(?:${DETERMINERS})\s+)?(?<number>${ORDINALS})\s+(?<name>${words})${BOLD}?` +
      String.raw`(?=\s*(?:$|[.:：–—(\[-]))`,
    'iu',
  );
  const match = (line: string): NumberedName | undefined => {
    const found = pattern.exec(line);
    const { number = '', name = '' } = found?.groups ?? {};
    return found === null ? undefined : { length: found[0].length, number, name };
  };
  return [{ key, rank, match, plain: false }];
}

/** A pattern whose first group is the number, and whose second one is what was put behind it. */
function byPattern(pattern: RegExp): NamedScheme['match'] {
  return (line) => {
    const match = pattern.exec(line);
    if (match === null) return undefined;
    const number = insertedNumber(match[1] ?? '', match[2]);
    return { length: match[0].length, number, name: '' };
  };
}

/** The names whose number stands before them, 第三条, in the languages that have it so. */
function enclosed({ key, rank }: (typeof PART_NAMES)[number]): readonly NamedScheme[] {
  return NAMES.flatMap(({ beforeNumberOf, divisions, provisions }) => {
    const words = { ...divisions, ...provisions }[key as keyof typeof divisions];
    return beforeNumberOf === undefined || words === undefined
      ? []
      : [
          {
            key,
            rank,
            match: byPattern(
              new RegExp(
                String.raw`^${BOLD}?${beforeNumberOf}\s?([${HAN_NUMERALS}]{1,9}|\p{Nd}{1,4})\s?` +
                  `(?:${words})(?:(?:${BEFORE_INSERTED})([${HAN_NUMERALS}]{1,4}))?${BOLD}?`,
                'u',
              ),
            ),
            plain: true,
          },
        ];
  });
}

/** 附件一: in these languages the number of an annex stands behind its name, without a blank. */
function closeBehind({ key, rank }: (typeof PART_NAMES)[number]): readonly NamedScheme[] {
  return NAMES.flatMap(({ beforeNumberOf, divisions }) =>
    beforeNumberOf === undefined || key !== 'annex' || divisions.annex === undefined
      ? []
      : [
          {
            key,
            rank,
            match: byPattern(
              new RegExp(
                String.raw`^${BOLD}?(?:${divisions.annex})\s?([${HAN_NUMERALS}]{1,9}|\p{Nd}{1,4})` +
                  String.raw`(?=[\s:：]|$)${BOLD}?`,
                'u',
              ),
            ),
            plain: true,
          },
        ],
  );
}

const SIGN: NamedScheme = {
  key: 'sign',
  rank: undefined,
  match: byPattern(
    new RegExp(
      String.raw`^(?:\*\*|__)?§{1,2}\s?(\p{Nd}{1,4}(?:[a-z]{1,2}(?=[-–‑]))?(?:[.–‑-]\p{Nd}{1,4})*` +
        String.raw`(?:\s?[a-zA-Z](?![\p{L}\p{N}])|[a-z]{2}(?!\p{L}))?)[ºª°]?(?:\*\*|__)?`,
      'u',
    ),
  ),
  plain: true,
};

const SCHEMES: readonly NamedScheme[] = [
  SIGN,
  ...PART_NAMES.flatMap(enclosed),
  ...PART_NAMES.flatMap(closeBehind),
  ...PART_NAMES.flatMap(counted),
  ...PART_NAMES.map(({ key, rank, words }) => named(key, words, rank)),
];

/** Whether any scheme can fit: nearly no line begins so. */
const BEGINNING = new RegExp(
  `^[*_]*(?:§|(?:(?:${DETERMINERS})\\s+)?(?:${ORDINALS})\\s|${alternatives([
    ...NAMES.flatMap(({ beforeNumberOf }) => beforeNumberOf ?? []),
    ...PART_NAMES.flatMap(({ words }) => words.split('|')),
  ])})`,
  'iu',
);

/** After the number: the end, or a separator and the rest, or white space and the rest. */
const AFTER_NUMBER = new RegExp(
  [
    String.raw`^(?:\s*(?:[.:：]|(?:[.:]\s*)?[–—-](?=\s|$)|[.:][–—-]|[–—](?=\P{Nd}))`,
    String.raw`[ªº]?(?:\*\*|__)?\s*|[\s\u3000]+|(?=[(（]|$))`,
  ].join(''),
  'u',
);

/** Reads `Article 26` and its kin at the beginning of a line. */
export function parsePart(line: string): PartMarker | undefined {
  const amended = AMENDED.exec(line)?.[0].length ?? 0;
  const words = line.slice(amended);
  // A word in small letters, "article 5", at the start of a wrapped line is a reference.
  if (!BEGINNING.test(words) || !/^[*_]*[\p{Lu}\p{Lo}§]/u.test(words)) return undefined;
  for (const { key, rank, match, plain } of SCHEMES) {
    const matched = match(words);
    if (matched === undefined) continue;
    const { number, length, name, ordinal = false } = matched;
    // "Title IV", "Part one" but not "Part a": a single small letter is a word.
    if (/^[a-z]$/.test(number) || /^[ivxlc]+$/.test(number)) continue;
    const rest = words.slice(length);
    const after = AFTER_NUMBER.exec(rest) ?? (plain && key !== 'sign' ? /^/.exec(rest) : null);
    if (after === null) continue;
    return {
      key,
      rank,
      name,
      number: citedNumber(number.replace(/[–‑]/gu, '-')),
      readings: key === 'sign' ? signReadings(number) : partReadings(number),
      length: amended + length + after[0].length,
      separated: plain || ordinal || /[.:：–—-]/.test(after[0]) || words.length === length,
    };
  }
  return undefined;
}

/** 第二条之一 was put behind 第二条. */
function insertedNumber(number: string, inserted: string | undefined): string {
  return inserted === undefined ? number : `${plainNumber(number)}-${plainNumber(inserted)}`;
}

/** `L112-1` for `L. 112-1`. */
function citedNumber(printed: string): string {
  return plainNumber(printed.replace(/^([A-Z])\*?\.?\s?(?=\p{Nd})/iu, '$1'));
}

/** `§ 60-100` is the hundredth of chapter 60, not one that was put behind the sixtieth. */
export function signReadings(number: string): readonly Reading[] {
  const dotted = number.replace(/[-–‑]/gu, '.');
  const [, outer = '', inserted = '', below = ''] = /^(\d+)([a-z]{1,2})(\..+)$/u.exec(dotted) ?? [];
  if (outer === '') return readingsOf(dotted);
  const own = readingsOf(`${outer}${inserted}`)[0]?.inserted ?? 0;
  return readingsOf(`${outer}${below}`).map((reading) => ({ ...reading, inserted: own }));
}

/** `IV bis` and `IXB` have a roman numeral before what says that they came later. */
function partReadings(number: string): readonly Reading[] {
  const code = /^[A-Z]\*?\.?\s?(?<below>\p{Nd}+[-‑].+)$/iu.exec(number)?.groups?.below;
  const plain = readingsOf(code?.replace(/[-‑]/gu, '.') ?? number);
  const scanned = scannedRoman(number);
  if (plain.length > 0 || scanned.length > 0) return [...plain, ...scanned];
  const [, roman = '', suffix = ''] =
    /^([IVXLC]{1,12}?)[\s-]?([A-Z]|[a-z]{1,12}|[A-Z]{3,12})$/u.exec(number) ?? [];
  const inserted =
    insertedPlace(suffix) || (suffix.length === 1 ? suffix.toLowerCase().charCodeAt(0) - 96 : 0);
  return inserted === 0 ? [] : readingsOf(roman).map((reading) => ({ ...reading, inserted }));
}

/** `111` may be III. */
function scannedRoman(number: string): readonly Reading[] {
  const roman = number.replace(/[1lT|!\[\]]/gu, 'I');
  return roman === number || !/^[IVX]{2,}$/u.test(roman)
    ? []
    : readingsOf(roman).filter(({ alphabet }) => alphabet === 'roman');
}
