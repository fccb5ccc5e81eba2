import { plainNumber } from './numerals.js';
import { signReadings, type PartMarker } from './part-marker.js';

/** A section with the code that it is of before it, and its title behind a dash. */
const CITED = new RegExp(
  String.raw`^(?:\p{Nd}{1,3}\s)?(?:\p{Lu}[\p{L}.]{0,11}\s){1,4}` +
    String.raw`§\s?(?<number>\p{Nd}{1,4}[a-z]{0,2}(?:[-–‑]\p{Nd}{1,3}[a-z]?)?)` +
    String.raw`\.?\s?[–—-]{1,2}\s?(?=\p{Lu})`,
  'u',
);

/** "42 U.S. Code § 1982 - Property rights", as pages that show one section are titled. */
export function parseCited(line: string): PartMarker | undefined {
  if (!line.includes('§')) return undefined;
  const match = CITED.exec(line);
  const number = plainNumber((match?.groups?.['number'] ?? '').replace(/[–‑]/gu, '-'));
  return match === null
    ? undefined
    : {
        key: 'sign',
        rank: undefined,
        name: '',
        number,
        readings: signReadings(number),
        length: match[0].length,
        separated: true,
      };
}
