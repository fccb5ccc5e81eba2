import { LANGUAGES } from './languages.js';
import type { Language, WordRules } from './language.js';
import { normalizeForSearch } from './normalize.js';
import { primaryTag } from './primary-tag.js';

/** A language whose words are more than what stands between blanks. */
type Searched = Language & { readonly words: WordRules };

/** A word of a text. */
interface Token {
  /** In lower case, without accents. */
  readonly word: string;
  /** The same with its accents. */
  readonly written: string;
}

const SEARCHED = LANGUAGES.filter((language): language is Searched => language.words !== undefined);
const BY_TAG = new Map(SEARCHED.map((language) => [language.tag, language]));

/** One letter of one of their scripts; fits nothing where there is none. */
function scriptsOf(languages: readonly Searched[]): string {
  const scripts = new Set(languages.map(({ script }) => script.source));
  return scripts.size === 0 ? '(?!)' : `(?:${[...scripts].join('|')})`;
}

const UNSPACED = scriptsOf(SEARCHED.filter(({ words }) => words.unspaced));
const MARKED = scriptsOf(SEARCHED.filter(({ words }) => words.marksTellLetters));
const ACCENT = new RegExp(String.raw`(?<!${MARKED})\p{M}`, 'gu');
const RUN = new RegExp(
  String.raw`(?:${UNSPACED}\p{M}*)+|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+`,
  'gu',
);
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const SEGMENTER = new Intl.Segmenter('und', { granularity: 'word' });
const SAME_LETTERS = SEARCHED.flatMap(({ words }) => words.sameLetters ?? []);
const DROPPED = SEARCHED.flatMap(({ words }) => words.dropped ?? []);
const STOP_WORDS = new Map(
  SEARCHED.map(({ tag, words: { stopWords } }) => [tag, new Set(stopWords.flatMap(words))]),
);

function tokens(text: string): Token[] {
  let plain = normalizeForSearch(text).toLowerCase();
  for (const [written, read] of SAME_LETTERS) plain = plain.replaceAll(written, read);
  for (const dropped of DROPPED) plain = plain.replace(dropped, '');
  const runs = plain.replace(/(?<=\p{L})'(?=\p{L})/gu, '').match(RUN) ?? [];
  return runs
    .flatMap((run) => (IS_UNSPACED.test(run) ? segmentsOf(run) : [run]))
    .map((written) => ({ word: withoutAccents(written), written }))
    .filter(({ word }) => word !== '');
}

function segmentsOf(run: string): string[] {
  return Array.from(SEGMENTER.segment(run), ({ segment }) => segment);
}

function withoutAccents(written: string): string {
  return written.normalize('NFKD').replace(ACCENT, '').normalize('NFC');
}

/**
 * Lower-case words without accents and possessive endings, in order, repeats kept: `Shanghai's` →
 * `shanghai`. Where a script has no blanks between words, a dictionary divides it.
 */
export function words(text: string): string[] {
  return tokens(text).map(({ word }) => word);
}

/** The language whose rules a word follows: the text's where it is of its script. */
function languageOfWord(word: string, ofText?: Searched): Searched | undefined {
  if (ofText?.script.test(word) === true) return ofText;
  return SEARCHED.find(({ script }) => script.test(word));
}

function isStopWordOf(word: string, language: Searched | undefined): boolean {
  return language !== undefined && STOP_WORDS.get(language.tag)?.has(word) === true;
}

/**
 * @param word as {@link words} gives it
 * @param tag of the language of the text that it is of; where absent its script tells its language
 */
export function isStopWord(word: string, tag?: string): boolean {
  const ofText = tag === undefined ? undefined : BY_TAG.get(primaryTag(tag));
  return isStopWordOf(word, languageOfWord(word, ofText));
}

/** The index term of one word as {@link words} gives it; its script tells its language. */
export function stem(word: string): string {
  return stemOf({ word, written: word }, languageOfWord(word));
}

/** A word as {@link words} gives it, in the one spelling that its language has for it. */
export function inOneSpelling(word: string): string {
  return languageOfWord(word)?.words.oneSpelling?.(word) ?? word;
}

function stemOf({ word, written }: Token, language: Searched | undefined): string {
  if (language?.words.stem === undefined) return word;
  return language.words.accentsTellEndings
    ? withoutAccents(language.words.stem(written))
    : language.words.stem(word);
}

/** A word's stem, and the parts of the word that are searched for beside it. */
function termsOf(token: Token, language: Searched | undefined): string[] {
  const parts = partsOf(token.word, language?.words.alsoBy);
  return [stemOf(token, language), ...parts.filter((part) => part !== token.word)];
}

function partsOf(word: string, by: WordRules['alsoBy']): string[] {
  if (by === 'ideographs') return word.match(/\p{Script=Han}/gu) ?? [];
  const characters = by === 'pairs' ? Array.from(word) : [];
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

/**
 * Index terms in order, repeats kept, stop words left out.
 * @param tag of the language that the text is in; where absent or unknown, the script of each word
 *   tells its language
 */
export function terms(text: string, tag?: string): string[] {
  const ofText = tag === undefined ? undefined : BY_TAG.get(primaryTag(tag));
  return tokens(text).flatMap((token) => {
    const language = languageOfWord(token.word, ofText);
    return isStopWordOf(token.word, language) ? [] : termsOf(token, language);
  });
}

/** What a question is in, and the texts that it is asked of; BCP 47 tags. */
export interface AskedIn {
  readonly language: string;
  readonly texts: readonly string[];
}

/**
 * Index terms of a question, its own stop words left out: each word as it stands in texts of each of
 * their languages.
 */
export function questionTerms(question: string, { language, texts }: AskedIn): string[] {
  const own = BY_TAG.get(primaryTag(language));
  const ofTexts = texts.length === 0 ? [own] : texts.map((tag) => BY_TAG.get(primaryTag(tag)));
  return tokens(question).flatMap((token) => {
    if (isStopWordOf(token.word, languageOfWord(token.word, own))) return [];
    const found = ofTexts.flatMap((ofText) => termsOf(token, languageOfWord(token.word, ofText)));
    // A word that two languages have alike is asked for once, as often as it was typed.
    return [...new Set(found)];
  });
}

/** Whether misspelt words of questions in a language are mended. */
export function isMended(tag: string): boolean {
  return BY_TAG.get(primaryTag(tag))?.words.mended === true;
}
