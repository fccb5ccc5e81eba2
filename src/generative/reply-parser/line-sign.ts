/** What stands before the words of an item, a heading, a quotation, a row of a table. */
const SIGN = /^(?:[-+•▪◦‣·●○–—*]|\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,4})\)|#{1,6})$/iu;
const BEGINNING = /^(?:[-+•▪◦‣·●○–—*]|\d{1,3}[.)]?|\(?(?:[a-z]|[ivx]{0,4})\)?|#{1,6})$/iu;

/** What the beginning of a line may be, with the next character. */
export type LineSign = 'sign' | 'maybe' | 'words';

/**
 * Judges the beginning of a line: `held` has come so far, `next` comes now. A sign is over with it.
 */
export function readLineSign(held: string, next: string): LineSign {
  if (held === '' && (next === '>' || next === '|')) return 'sign';
  if (next === ' ' && SIGN.test(held)) return 'sign';
  return BEGINNING.test(held + next) ? 'maybe' : 'words';
}
