import { alternatives } from '../../language/any-of.js';
import { claimWords } from '../claim-words.js';

/** Neighbouring words with a capital, small words such as "of" between them left out. */
export type Run = readonly string[];

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?|[^\s\p{L}\p{N}]/gu;
const CAPITAL = /^\p{Lu}/u;
const LINKS = claimWords(({ names }) => names.links);
/** Small words of which so many may stand between two words of a name, hyphens counted. */
const MAX_LINKS = 2;
/** Letters that a short form may end with in the plural, as alternatives. */
export const SHORT_FORM_PLURALS = alternatives([
  ...claimWords(({ names }) => names.shortFormPlurals),
]);
/** Longer ones are words in capitals. */
export const SHORT_FORM = String.raw`\p{Lu}{2,8}`;
const ACRONYM = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${SHORT_FORM}(?=(?:${SHORT_FORM_PLURALS})?(?![\p{L}\p{N}]))`,
  'gu',
);
/** Letters; shorter ones begin alike by chance. */
const MIN_LONG = 3;
const ALL_CAPITALS = /^\p{Lu}{2,}$/u;
/** Words; between the first and the last of a name stand fewer. */
const MAX_RUN = 12;

export function capitalRuns(text: string): Run[] {
  const runs: string[][] = [];
  let run: string[] = [];
  let links = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (CAPITAL.test(word) && run.length < MAX_RUN) {
      run.push(word);
      links = 0;
    } else if (run.length > 0 && (LINKS.has(word) || word === '-') && links < MAX_LINKS) links++;
    else if (run.length > 0) {
      runs.push(run);
      run = CAPITAL.test(word) ? [word] : [];
      links = 0;
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Words all in capitals, their plural `s` left out: `ICTs` is `ICT`. */
export function acronymsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(ACRONYM) ?? []);
}

/** What a name may be shortened to, and the words of it that this stands for. */
export interface ShortForm {
  readonly letters: string;
  readonly of: Run;
}

/**
 * The first letters of all words of a name, and of any neighbours among them; short forms within it
 * stay whole, as in `UNSCR`.
 */
export function shortFormsOf(run: Run): ShortForm[] {
  const forms: ShortForm[] = [];
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 2; end <= run.length; end++) {
      const of = run.slice(start, end);
      const letters = of.map((word) => (ALL_CAPITALS.test(word) ? word : word.charAt(0))).join('');
      forms.push({ letters, of });
    }
  }
  return forms;
}

export function initialsOf(run: Run): string[] {
  return shortFormsOf(run).map(({ letters }) => letters);
}

/**
 * Whether a text whose short forms these are has one for the letters; the last word of a long one
 * may be written small: "UN Security Council resolution" for `UNSCR`.
 */
export function isShortened(letters: string, acronyms: ReadonlySet<string>): boolean {
  return (
    acronyms.has(letters) ||
    (letters.length > MIN_LONG &&
      [...acronyms].some(
        (other) => other.length === letters.length + 1 && other.startsWith(letters),
      ))
  );
}
