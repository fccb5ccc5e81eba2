import { normalizeForSearch } from '../../language/normalize.js';

const DOUBLE = /["“”„«»]/u;
/** A part between two marks. Straight and curly marks open and close alike: models mix them. */
const QUOTED = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;
const SINGLE = /(?<![\p{L}\p{N}])[‘']([^‘’']{3,}?)[’'](?![\p{L}\p{N}])/gu;
/**
 * Addresses of the web and of mail: nobody is led anywhere by a word that the texts do not have.
 */
const ADDRESS =
  /[\p{L}\p{N}+.-]+:\/\/\S+|[^\s@]+@[^\s@]+\.\p{L}+|(?<![\p{L}\p{N}.])[\p{L}\p{N}-]{2,}(?:\.[\p{Ll}\p{N}-]+)*\.\p{Ll}{2,}(?![\p{L}\p{N}])/gu;
const ELLIPSIS = /\[?(?:…|\.{3})\]?/u;

/**
 * What a text puts between quotation marks, and its addresses, in the form in which it is compared;
 * where a mark has no end, all that follows.
 */
export function quotationsIn(text: string): string[] {
  const double = DOUBLE.test(text) ? [...text.matchAll(QUOTED)] : [];
  const quoted = [...double, ...text.matchAll(SINGLE), ...text.matchAll(ADDRESS)].map(
    (match) => match[1] ?? match[0],
  );
  return quoted
    .flatMap((words) => words.split(ELLIPSIS))
    .map(comparable)
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
}

/** Case, kinds of marks, brackets and what stands at the ends do not count; every word does. */
export function comparable(text: string): string {
  return normalizeForSearch(text)
    .toLowerCase()
    .replace(/[\u2060"]/gu, '')
    .replace(/[[(]\s*(\p{N}[^\])]*)[\])]/gu, '($1)')
    .replace(/^[^\p{L}\p{N}(]+|(?<=[\p{L}\p{N})])[^\p{L}\p{N})]+$/gu, '');
}

/**
 * Whether every quotation of a text stands word for word in one of the given, which are
 * `comparable`.
 */
export function quotationsStand(text: string, quotable: readonly string[]): boolean {
  return quotationsIn(text).every((quotation) =>
    quotable.some((source) => standsIn(quotation, source)),
  );
}

/** In whole words: "art" does not stand in "part". */
function standsIn(quotation: string, source: string): boolean {
  for (let at = source.indexOf(quotation); at >= 0; at = source.indexOf(quotation, at + 1)) {
    const around = source.charAt(at - 1) + source.charAt(at + quotation.length);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
