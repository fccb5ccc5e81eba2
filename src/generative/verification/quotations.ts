import { normalizeForSearch } from '../../language/normalize.js';

const MARK = '"“”„«»';
/** A part between two marks. Straight and curly marks open and close alike: models mix them. */
const QUOTED = new RegExp(`[${MARK}]([^${MARK}]*)(?:[${MARK}]|$)`, 'gu');
const SINGLE = /(?<![\p{L}\p{N}])[‘']([^‘’']{3,}?)[’'](?![\p{L}\p{N}])/gu;
/**
 * Addresses of the web and of mail: nobody is led anywhere by a word that the texts do not have.
 */
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\p{N}+.-])[\p{L}\p{N}+.-]+:\/\/\S+|(?<![^\s@])[^\s@]+@[^\s@]+\.\p{L}+|` +
    String.raw`(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]{2,}(?:\.[\p{Ll}\p{N}-]+)*\.\p{Ll}{2,}(?![\p{L}\p{N}])`,
  'gu',
);
const ELLIPSIS = /\[?(?:…|\.{3})\]?/u;
/** What no quotation is compared by: a quotation mark, or a word joiner of ours. */
const NOT_COMPARED = /[\u2060"]/gu;
const NUMBER_IN_BRACKETS = /[[(]\s*(\p{N}[^\])]*)[\])]/gu;
const AT_THE_ENDS = /^[^\p{L}\p{N}(]+|(?<=[\p{L}\p{N})])[^\p{L}\p{N})]+$/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * What a text puts between quotation marks, and its addresses, in the form in which it is compared;
 * where a mark has no end, all that follows.
 */
export function quotationsIn(text: string): string[] {
  return [QUOTED, SINGLE, ADDRESS]
    .flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? match[0]))
    .flatMap((words) => words.split(ELLIPSIS))
    .map(comparable)
    .filter((words) => WORD_CHARACTER.test(words));
}

/** Case, kinds of marks, brackets and what stands at the ends do not count; every word does. */
export function comparable(text: string): string {
  return normalizeForSearch(text)
    .toLowerCase()
    .replace(NOT_COMPARED, '')
    .replace(NUMBER_IN_BRACKETS, '($1)')
    .replace(AT_THE_ENDS, '');
}

/** Whether a quotation stands in a source, both `comparable`, in whole words: not "art" in "part". */
export function standsIn(quotation: string, source: string): boolean {
  for (let at = source.indexOf(quotation); at >= 0; at = source.indexOf(quotation, at + 1)) {
    const around = source.charAt(at - 1) + source.charAt(at + quotation.length);
    if (!WORD_CHARACTER.test(around)) return true;
  }
  return false;
}
