import type { Reading } from '../numerals.js';
import { toRoman } from '../to-roman.js';

function letter(value: number): string {
  const repeated = Math.floor((value - 1) / 26) + 1;
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(repeated, 4));
}

/** The number as it would be printed in the list of which `before` is one. */
export function printedAfter(before: string, { alphabet, tuple }: Reading): string {
  const value = tuple.at(-1) ?? 0;
  if (alphabet === 'arabic') return String(value);
  const printed = alphabet === 'letter' ? letter(value) : toRoman(value).toLowerCase();
  return before === before.toUpperCase() ? printed.toUpperCase() : printed;
}
