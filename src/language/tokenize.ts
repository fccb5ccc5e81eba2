import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as russianStopWords } from '@orama/stopwords/russian';
import { normalizeForSearch } from './normalize.js';

/** Words that frame a question without saying what it is about. */
const QUESTION_FRAME = [
  'say',
  'says',
  'said',
  'saying',
  'tell',
  'tells',
  'told',
  'mention',
  'mentions',
  'mentioned',
  'describe',
  'describes',
  'described',
  'according',
  'accordance',
  'please',
  'explain',
  'anything',
  'something',
  'whose',
  'also',
  'exactly',
  'us',
  // As typed on a phone.
  'wat',
  'wot',
  'wats',
  'abt',
  'pls',
  'plz',
  'thx',
  'ur',
  'wanna',
];
const STOP_WORDS: ReadonlySet<string> = new Set([
  ...englishStopWords.map((word) => word.replaceAll("'", '')),
  ...russianStopWords.map((word) => word.replaceAll('ё', 'е')),
  ...QUESTION_FRAME,
]);

/** American words for those that British spelling rules do not reach. */
const SPELLING_VARIANTS: ReadonlyMap<string, string> = new Map([
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['defence', 'defense'],
  ['defences', 'defenses'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['offence', 'offense'],
  ['offences', 'offenses'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
  ['judgement', 'judgment'],
  ['judgements', 'judgments'],
]);

/**
 * One spelling for British and American: organisation, labour, centre, programme. Applied to texts
 * and questions alike.
 */
function foldSpelling(word: string): string {
  const variant = SPELLING_VARIANTS.get(word);
  if (variant !== undefined) return variant;
  return word
    .replace(/^(\p{L}{3,})is(e|ed|es|er|ers|ing|ation|ations)$/u, '$1iz$2')
    .replace(/^(\p{L}{3,})our(s|ed|ing|er|ers|ly|able|hood|hoods|liness)?$/u, '$1or$2')
    .replace(/^(\p{L}{3,})tre(s?)$/u, '$1ter$2');
}

/**
 * Lower-case words without accents and possessive endings, in order, repeats kept: `Shanghai's` →
 * `shanghai`. Chinese has no blanks between words: each two characters that stand together count as
 * one.
 */
export function words(text: string): string[] {
  // The breve of й is no accent: Russian endings are told by it.
  const plain = normalizeForSearch(text)
    .normalize('NFKD')
    .replace(/(?<!\p{Script=Cyrillic})\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е');
  const runs =
    plain
      .replace(/(?<=\p{L})'s\b/gu, '')
      .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
      .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return runs.flatMap((run) => (/^\p{Script=Han}/u.test(run) ? pairsOf(run) : [run]));
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * The index term of one word as {@link words} gives it: spelling folded, Snowball stem, of Russian
 * for Cyrillic letters.
 */
export function stem(word: string): string {
  return /^\p{Script=Cyrillic}/u.test(word) ? stemRussian(word) : stemEnglish(foldSpelling(word));
}

/** Index terms in order, repeats kept, stop words left out. */
export function terms(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}
