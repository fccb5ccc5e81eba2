import { alternatives } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { withoutEnd } from '../../language/end-of.js';

/** What a model has written in brackets to say which sentences it rests on. */
export interface CitationMarker {
  /** Numbers of sentences that there are, in order of appearance, no repeats. */
  readonly numbers: readonly number[];
  /** Numbers and ranges, as written, that name a sentence that there is not. */
  readonly unknown: number;
}

const REPLIES = rulesOf('replies');
const NOUNS = alternatives(REPLIES.flatMap(({ markerNouns }) => markerNouns));
const LABEL = new RegExp(String.raw`^(?:(?:${NOUNS})\.?\s*:?\s*)?[#^]?\s*`, 'iu');
/** What a marker was said to be, in brackets that are empty without it: "(Source:". */
export const EMPTIED_LABEL = new RegExp(String.raw`[([（](?:${NOUNS})\.?\s?:?$`, 'iu');
/** What some models put after the number: `1†source`, `1†L3-L5`. */
const DAGGER = /[†‡][^]*/u;
const LINKS = alternatives(REPLIES.flatMap(({ markerLinks }) => markerLinks));
const BETWEEN = new RegExp(String.raw`\s*(?:[,;、&]|(?<!\p{L})(?:${LINKS})(?!\p{L}))\s*`, 'u');
/** `S12` is how the prompt numbers sentences. */
const ITEM = /^(?:[#^S]\s*)?(\d{1,9})(?:\s*[-‐‑–—]\s*(?:[#^S]\s*)?(\d{1,9}))?$/iu;
/** How OpenAI's assistants number files of their own: `4:0†source`. */
const FILE_NUMBER = /^\d+:\d+[†‡]/u;
/**
 * From four digits on a number in brackets that names no sentence is the text's own: a year, a
 * resolution. Shorter ones are markers that went wrong, since evidence has fewer sentences than
 * that.
 */
const DIGITS_OF_A_YEAR = 4;

/** The marker that the words between two brackets are; undefined where they belong to the text. */
export function readCitationMarker(
  content: string,
  highestNumber: number,
): CitationMarker | undefined {
  const said = content.normalize('NFKC').replace(/[*_`]/gu, '').trim();
  if (FILE_NUMBER.test(said)) return { numbers: [], unknown: 1 };
  const items = said.replace(DAGGER, '').replace(LABEL, '').trim().split(BETWEEN);
  const ranges = items.map((item) => ITEM.exec(item.trim()));
  const numbers = new Set<number>();
  let unknown = 0;
  for (const range of ranges) {
    if (range === null) return undefined;
    const ends = [Number(range[1]), Number(range[2] ?? range[1])];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    if (first < 1 || last > highestNumber) unknown++;
    for (let number = Math.max(1, first); number <= Math.min(last, highestNumber); number++) {
      numbers.add(number);
    }
  }
  if (
    numbers.size === 0 &&
    ranges.every((range) => (range?.[1] ?? '').length >= DIGITS_OF_A_YEAR)
  ) {
    return undefined;
  }
  return { numbers: [...numbers], unknown };
}

/** Numbers of the prompt, with what joins them; nothing else of one kind with letters is taken for them. */
const PROMPT_NUMBERS = new RegExp(
  String.raw`S\d{1,4}(?:\s{0,3}(?:[-‐‑–—,;、&]|(?<!\p{L})(?:${LINKS})(?!\p{L}))\s{0,3}S\d{1,4}){0,20}`,
  'u',
);
const FIRST_PROMPT_NUMBERS = new RegExp(`^${PROMPT_NUMBERS.source}`, 'u');
const ONLY_PROMPT_NUMBERS = new RegExp(
  String.raw`^\s*(?:\p{L}{1,20}[.:]?\s+){0,2}(${PROMPT_NUMBERS.source})\s*(?:[,;:–—-]\s*[^\d\s][^]*)?$`,
  'u',
);
const BEGINNING_OF_PROMPT_NUMBERS = /^S(?:\d[S\d\s,;、&‐‑–—-]{0,40})?$/u;

/**
 * The marker that words in round brackets are, or the beginning of a line before a colon: numbers as the
 * prompt writes them, maybe with the name of the place behind them. Undefined where they belong to
 * the text.
 */
export function readPromptNumbers(
  content: string,
  highestNumber: number,
): CitationMarker | undefined {
  const numbers = ONLY_PROMPT_NUMBERS.exec(content.normalize('NFKC').replace(/[*_`]/gu, ''))?.[1];
  return numbers === undefined ? undefined : readCitationMarker(numbers, highestNumber);
}

/**
 * Numbers as the prompt writes them, without brackets, at the beginning of some words; undefined where
 * there are none, or one has no sentence.
 * @param next the character behind the words
 */
export function readBareNumbers(
  words: string,
  { next, highestNumber }: { readonly next: string; readonly highestNumber: number },
): { readonly marker: CitationMarker; readonly rest: string } | undefined {
  const numbers = FIRST_PROMPT_NUMBERS.exec(words)?.[0] ?? '';
  const rest = words.slice(numbers.length);
  if (numbers === '' || /^[\p{L}\p{N}_/-]/u.test(rest + next)) return undefined;
  const marker = readCitationMarker(numbers, highestNumber);
  return marker === undefined || marker.unknown > 0 ? undefined : { marker, rest };
}

/** Whether the beginning of a line may become {@link readPromptNumbers}. */
export function mayBecomePromptNumbers(content: string): boolean {
  return BEGINNING_OF_PROMPT_NUMBERS.test(content);
}

/** Numbers of sentences that there are in what names sources and nothing else: "S1", "[S1][S3-S5]". */
export function numbersNamed(sources: string, highestNumber: number): readonly number[] {
  const bare = sources.trim().replace(/^[[［【(]|[)\]］】]$/gu, '');
  const whole = readCitationMarker(bare, highestNumber);
  if (whole !== undefined) return whole.numbers;
  const all = [...sources.matchAll(/(?<![\p{L}\p{N}])S(\d{1,4})(?![\p{L}\p{N}])/gu)].map(
    ([, number]) => Number(number),
  );
  return [...new Set(all)].filter((number) => number >= 1 && number <= highestNumber);
}

/** Characters between the brackets of a marker at the end of some text. */
const MAX_LAST_MARKER = 80;
const LAST_BRACKET = /[[［【(（]([^[［【(（\]］】)）]*)[\]］】)）]$/u;

/** Whether a text ends with the marker of a sentence that there is. */
export function endsWithMarker(text: string, highestNumber: number): boolean {
  const [bracket = '', content = ''] = LAST_BRACKET.exec(text.slice(-MAX_LAST_MARKER)) ?? [];
  const marker =
    readPromptNumbers(content, highestNumber) ??
    (/^[(（]/u.test(bracket) ? undefined : readCitationMarker(content, highestNumber));
  return marker !== undefined && marker.numbers.length > 0;
}

/**
 * Whether words after an opening bracket that was never closed may be the beginning of a marker.
 */
export function mayBecomeCitationMarker(content: string): boolean {
  return (
    content.trim() === '' ||
    readCitationMarker(withoutEnd(content, /[\s,;、&^#–—-]/u), 0) !== undefined
  );
}
