import { LANGUAGES } from './languages.js';
import type { Language, WordRules } from './language.js';
import { normalizeForSearch } from './normalize.js';

/** A language whose words are more than what stands between blanks. */
type Searched = Language & { readonly words: WordRules };

const SEARCHED = LANGUAGES.filter((language): language is Searched => language.words !== undefined);
const STOP_WORDS = new Map(SEARCHED.map(({ tag, words }) => [tag, new Set(words.stopWords)]));
/** As much of a text tells its language. */
const SAMPLE_CHARACTERS = 400;

function scriptsOf(languages: readonly Searched[]): string {
  return [...new Set(languages.map(({ script }) => script.source))].join('');
}

const BY_PAIRS = scriptsOf(SEARCHED.filter(({ words }) => words.byPairs));
const MARKED = scriptsOf(SEARCHED.filter(({ words }) => words.marksTellLetters));
const ACCENT = new RegExp(
  MARKED === '' ? String.raw`\p{M}` : String.raw`(?<![${MARKED}])\p{M}`,
  'gu',
);
const RUN = new RegExp(
  BY_PAIRS === ''
    ? String.raw`[\p{L}\p{N}]+`
    : String.raw`[${BY_PAIRS}]+|(?:(?![${BY_PAIRS}])[\p{L}\p{N}])+`,
  'gu',
);
const PAIRED = BY_PAIRS === '' ? undefined : new RegExp(`^[${BY_PAIRS}]`, 'u');
const SAME_LETTERS = SEARCHED.flatMap(({ words }) => words.sameLetters ?? []);
const DROPPED = SEARCHED.flatMap(({ words }) => words.dropped ?? []);

/**
 * Lower-case words without accents and possessive endings, in order, repeats kept: `Shanghai's` →
 * `shanghai`. Where a script has no blanks between words, each two characters that stand together
 * count as one.
 */
export function words(text: string): string[] {
  let plain = normalizeForSearch(text)
    .normalize('NFKD')
    .replace(ACCENT, '')
    .normalize('NFC')
    .toLowerCase();
  for (const [written, read] of SAME_LETTERS) plain = plain.replaceAll(written, read);
  for (const dropped of DROPPED) plain = plain.replace(dropped, '');
  const runs = plain.replace(/(?<=\p{L})'(?=\p{L})/gu, '').match(RUN) ?? [];
  return runs.flatMap((run) => (PAIRED?.test(run) === true ? pairsOf(run) : [run]));
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

/**
 * The language that a text is in, as far as its script tells, and its stop words where several
 * languages share one; undefined for scripts that no language has rules for.
 */
export function languageOf(text: string): Language | undefined {
  return searchedIn(text);
}

function searchedIn(text: string): Searched | undefined {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const first = SEARCHED.find(({ script }) => script.test(sample));
  const rivals = SEARCHED.filter(({ script }) => script.source === first?.script.source);
  if (rivals.length < 2) return first;
  const known = words(sample);
  const share = ({ tag }: Searched): number =>
    known.filter((word) => STOP_WORDS.get(tag)?.has(word)).length;
  return rivals.reduce((best, rival) => (share(rival) > share(best) ? rival : best));
}

/** The language whose rules a word follows: the text's where it is of its script. */
function languageOfWord(word: string, ofText?: Searched): Searched | undefined {
  if (ofText?.script.test(word) === true) return ofText;
  return SEARCHED.find(({ script }) => script.test(word));
}

function isStopWordOf(word: string, language: Searched | undefined): boolean {
  return language !== undefined && STOP_WORDS.get(language.tag)?.has(word) === true;
}

/** @param word as {@link words} gives it; its script tells its language */
export function isStopWord(word: string): boolean {
  return isStopWordOf(word, languageOfWord(word));
}

/** The index term of one word as {@link words} gives it; its script tells its language. */
export function stem(word: string): string {
  return languageOfWord(word)?.words.stem?.(word) ?? word;
}

/**
 * Index terms in order, repeats kept, stop words left out.
 * @param tag of the language that the text is in; told from the text where absent or unknown
 */
export function terms(text: string, tag?: string): string[] {
  const ofText = SEARCHED.find((language) => language.tag === tag) ?? searchedIn(text);
  return words(text).flatMap((word) => {
    const language = languageOfWord(word, ofText);
    return isStopWordOf(word, language) ? [] : [language?.words.stem?.(word) ?? word];
  });
}
