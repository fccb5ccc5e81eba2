import type { Reading } from '../numerals.js';

const ROMAN: readonly (readonly [printed: string, value: number])[] = [
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function roman(value: number): string {
  let [printed, rest] = ['', value];
  for (const [letters, worth] of ROMAN) {
    while (rest >= worth) {
      printed += letters;
      rest -= worth;
    }
  }
  return printed;
}

function letter(value: number): string {
  const repeated = Math.floor((value - 1) / 26) + 1;
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(repeated, 4));
}

/** The number as it would be printed in the list of which `before` is one. */
export function printedAfter(before: string, { alphabet, tuple }: Reading): string {
  const value = tuple.at(-1) ?? 0;
  if (alphabet === 'arabic') return String(value);
  const printed = alphabet === 'letter' ? letter(value) : roman(value).toLowerCase();
  return before === before.toUpperCase() ? printed.toUpperCase() : printed;
}
