/** What stands before the words of an item, a heading, a quotation, a row of a table. */
const PREFIX = /^(?:[-+•▪◦‣·●○–—*]|\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,4})\)|#{1,6})$/iu;
const BEGINNING = /^(?:[-+•▪◦‣·●○–—*]|\d{1,3}[.)]?|\(?(?:[a-z]|[ivx]{0,4})\)?|#{1,6})$/iu;

/** Those of a list. */
const ITEM = /^[^#>|]/u;

/** What the beginning of a line may be, with the next character. */
export type LinePrefix = 'prefix' | 'maybe' | 'words';

/**
 * Judges the beginning of a line: `held` has come so far, `next` comes now. A prefix is over with it.
 */
export function readLinePrefix(held: string, next: string): LinePrefix {
  if (held === '' && (next === '>' || next === '|')) return 'prefix';
  if (next === ' ' && PREFIX.test(held)) return 'prefix';
  return BEGINNING.test(held + next) ? 'maybe' : 'words';
}

/** Whether a prefix makes its line an item of a list. */
export function isItemPrefix(prefix: string): boolean {
  return ITEM.test(prefix);
}
